import { xmlText } from "../export/xml";
import type { Picture } from "./picture";
import type { TieKind } from "./vault-map";

/** The colours and the font of a picture, as CSS writes them. */
export interface MapLook {
  background: string;
  text: string;
  muted: string;
  /** What stands out: the ring round the node in focus, its ties. */
  accent: string;
  missing: string;
  /** Of dots, by tone. */
  tones: readonly string[];
  /** Of the names of clusters, by tone: dark or light enough to be read. */
  titles: readonly string[];
  ties: Readonly<Record<TieKind, string>>;
  font: string;
}

/** How lines of a kind look, whatever their colour: width and dashes in pixels. */
export const tieLooks: Readonly<Record<TieKind, { width: number; dash: readonly number[] }>> = {
  contrast: { width: 1.8, dash: [] },
  hierarchy: { width: 1.5, dash: [] },
  related: { width: 1, dash: [] },
  mention: { width: 1, dash: [2, 4] },
  tag: { width: 1, dash: [7, 3, 1.5, 3] },
};

/** How far the colour of a faint dot shows. */
export const faintDot = 0.22;
/** The same of the bands that stand for many ties. */
export const bandOpacity = 0.16;
/** How long the head of an arrow is, in pixels. */
export const arrowLength = 7;

const round = (value: number): number => Math.round(value * 10) / 10;

/** A picture as SVG, on its background. Equal pictures give equal texts. */
export function pictureSvg({ width, height, bands, lines, arrows, dots, rings, labels }: Picture, look: MapLook, title: string, nameOf: (node: number) => string): string {
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="100%" height="100%" fill="${xmlText(look.background)}"/>`,
  ];
  for (let at = 0; at < bands.length; at += 5) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, thick = 1] = bands.slice(at, at + 5);
    out.push(`<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" fill="none" stroke="${xmlText(look.ties.related)}" stroke-width="${round(thick)}" stroke-opacity="${bandOpacity}"/>`);
  }
  for (const group of lines) {
    const { width: thick, dash } = tieLooks[group.kind];
    const parts: string[] = [];
    for (let at = 0; at < group.at.length; at += 4) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = group.at.slice(at, at + 4);
      parts.push(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`);
    }
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : "";
    out.push(`<path class="${group.kind}" d="${parts.join("")}" fill="none" stroke="${xmlText(look.ties[group.kind])}" stroke-width="${thick}"${dashes} stroke-opacity="${Math.round(group.opacity * 100) / 100}"/>`);
  }
  for (let at = 0; at < arrows.at.length; at += 3) {
    const [x = 0, y = 0, angle = 0] = arrows.at.slice(at, at + 3);
    const corner = (turn: number): string => `${round(x - arrowLength * Math.cos(angle + turn))} ${round(y - arrowLength * Math.sin(angle + turn))}`;
    out.push(`<path d="M${round(x)} ${round(y)}L${corner(0.4)}L${corner(-0.4)}Z" fill="${xmlText(look.ties.hierarchy)}" fill-opacity="${arrows.isFaint ? 0.15 : 1}"/>`);
  }
  for (const { tone, isMissing, isNote, isFaint, at } of dots) {
    const colour = xmlText(isMissing ? look.missing : (look.tones[tone] ?? look.muted));
    const paint = isMissing ? `fill="${xmlText(look.background)}" stroke="${colour}" stroke-width="1.5" stroke-dasharray="3 2"` : isNote ? `fill="${xmlText(look.background)}" stroke="${colour}" stroke-width="1.5"` : `fill="${colour}"`;
    out.push(`<g ${paint}${isFaint ? ` opacity="${faintDot}"` : ""}>`);
    for (let index = 0; index < at.length; index += 4) {
      const [x = 0, y = 0, radius = 0, node = 0] = at.slice(index, index + 4);
      out.push(`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"><title>${xmlText(nameOf(node))}</title></circle>`);
    }
    out.push("</g>");
  }
  for (const { x, y, radius, isFocus } of rings) out.push(`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="none" stroke="${xmlText(isFocus ? look.accent : look.muted)}" stroke-width="${isFocus ? 2 : 1}"/>`);
  out.push(`<g font-family="${xmlText(look.font)}" text-anchor="middle" dominant-baseline="central" paint-order="stroke" stroke="${xmlText(look.background)}" stroke-width="3" stroke-linejoin="round">`);
  for (const { text, x, y, size, tone, isTitle, isStrong, isMissing } of labels) {
    const colour = isTitle ? (look.titles[tone] ?? look.text) : isMissing ? look.missing : look.text;
    out.push(`<text x="${round(x)}" y="${round(y)}" font-size="${size}"${isStrong ? ' font-weight="600"' : ""} fill="${xmlText(colour)}" style="unicode-bidi:plaintext">${xmlText(text)}</text>`);
  }
  out.push("</g>", "</svg>");
  return `${out.join("\n")}\n`;
}
