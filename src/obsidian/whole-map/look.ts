import type { MapLook } from "../../core/index";

/** The theme's colours for the clusters, by tone. */
const tones = ["--color-blue", "--color-orange", "--color-green", "--color-purple", "--color-cyan", "--color-red", "--color-yellow", "--color-pink"].map((name) => `var(${name})`);

/** The smaller clusters, and what is tied to nothing, stand back. */
const others = ["color-mix(in srgb, var(--text-faint) 75%, var(--background-primary))", "color-mix(in srgb, var(--text-faint) 45%, var(--background-primary))"];

/** Reads the theme's colours as they are at an element now: what a canvas and a file can use knows no variables. */
export function readLook(parent: HTMLElement): MapLook {
  const probe = parent.createDiv({ cls: "distinguo-map-probe", attr: { "aria-hidden": "true" } });
  const style = parent.win.getComputedStyle(probe);
  const pixel = parent.createEl("canvas", { cls: "distinguo-map-probe", attr: { width: 1, height: 1 } });
  const context = pixel.getContext("2d", { willReadFrequently: true });
  const read = (value: string, property: "color" | "backgroundColor" = "color", under?: string): string => {
    probe.setCssProps({ "--distinguo-probe": value });
    if (!context) return style[property];
    for (const colour of under === undefined ? [style[property]] : [under, style[property]]) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
  // Where colours are forced, backgrounds and texts become the system's, each after its kind.
  const background = read("var(--background-primary)", "backgroundColor");
  const colour = (value: string): string => read(value, "color", background);
  const faint = colour("color-mix(in srgb, var(--text-faint) 80%, var(--text-muted))");
  const look: MapLook = {
    background,
    text: colour("var(--text-normal)"),
    muted: colour("var(--text-muted)"),
    accent: colour("var(--interactive-accent)"),
    missing: colour("color-mix(in srgb, var(--color-orange) 70%, var(--text-normal))"),
    tones: [...tones, ...others].map(colour),
    titles: [...tones, "var(--text-muted)", "var(--text-muted)"].map((tone) => colour(`color-mix(in srgb, ${tone} 40%, var(--text-normal))`)),
    ties: { contrast: colour("var(--color-purple)"), hierarchy: colour("var(--color-green)"), related: faint, mention: faint, tag: faint },
    font: style.fontFamily,
  };
  probe.remove();
  pixel.remove();
  return look;
}
