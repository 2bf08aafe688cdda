/** Icons, a subset of lucide chosen at build time (see build.js), and whatever plugins add. */
import bundled from "virtual:icons";

const added = new Map<string, string>();

function normal(id: string): string { return id.replace(/^lucide-/, ""); }

export function getIcon(iconId: string): SVGSVGElement | null {
  const own = added.get(iconId);
  const source = own === undefined ? bundled[normal(iconId)] : `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${own}</svg>`;
  if (source === undefined) return null;
  const svg = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  if (!svg.instanceOf(SVGSVGElement)) return null;
  svg.setAttribute("class", `svg-icon lucide-${normal(iconId)}`);
  svg.setAttribute("aria-hidden", "true");
  return document.importNode(svg, true);
}
export function setIcon(parent: HTMLElement, iconId: string): void {
  const icon = getIcon(iconId);
  // An unknown name shows nothing in Obsidian; here it is a mistake to hear about.
  if (icon === null && iconId !== "") throw new Error(`host: no icon "${iconId}"; add it to ICONS in tests/host/build.js if lucide has it`);
  parent.replaceChildren(...(icon === null ? [] : [icon]));
}
export function addIcon(iconId: string, svgContent: string): void { added.set(iconId, svgContent); }
export function removeIcon(iconId: string): void { added.delete(iconId); }
export function getIconIds(): string[] { return [...Object.keys(bundled).map((id) => `lucide-${id}`), ...added.keys()]; }
