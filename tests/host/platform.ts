/** What the host says it runs on: a desktop, Mac or Linux as the server says, unless it is told to be a mobile device. */
export const Platform = {
  isDesktop: true, isMobile: false, isDesktopApp: true, isMobileApp: false, isIosApp: false, isAndroidApp: false,
  isPhone: false, isTablet: false, isMacOS: false, isWin: false, isLinux: true, isSafari: false, resourcePathPrefix: "",
};

export type MobileDevice = "phone" | "tablet";

/** Turns the host into Obsidian for Android: what `Platform` says, and the classes of the body. Call before a plugin is loaded. */
export function becomeMobile(device: MobileDevice): void {
  Object.assign(Platform, {
    isDesktop: false, isDesktopApp: false, isMacOS: false, isLinux: false, isMobile: true, isMobileApp: true, isAndroidApp: true,
    isPhone: device === "phone", isTablet: device === "tablet",
  });
  document.body.classList.add("is-mobile", "is-android", `is-${device}`);
}
