import { expect, test } from "vitest";
import { openHost } from "../browser/open-host";
import { tinyPlugin } from "./tiny-plugin";

test("a phone and a tablet are told by the platform, the body, the screen and its touch", async () => {
  for (const [device, width] of [["phone", 390], ["tablet", 834]] as const) {
    const host = await openHost({ vault: { "A.md": "# A\n\nText\n" }, plugin: tinyPlugin(), open: "A", mobile: device });
    expect(await host.page.evaluate(() => [...document.body.classList].filter((cls) => cls.startsWith("is-")))).toEqual(["is-mobile", "is-android", `is-${device}`]);
    expect(await host.page.evaluate(() => [window.innerWidth, window.matchMedia("(pointer: coarse)").matches, navigator.maxTouchPoints > 0])).toEqual([width, true, true]);
    expect(await host.page.evaluate(() => window.host.platform)).toMatchObject({ isMobile: true, isPhone: device === "phone", isTablet: device === "tablet", isDesktop: false, isDesktopApp: false });
    await host.editor.tap();
    await host.type("x");
    expect(await host.text()).toContain("x");
    await host.close();
  }
});
