import { arrowLength, bandOpacity, faintDot, tieLooks, type MapLook, type Picture } from "../../core/index";

const whole = 2 * Math.PI;

/** How many numbers of lines are one path. */
const linesOfPath = 4 * 250;
/** How many dots are a crowd. */
const crowd = 3000;
/** How many numbers of dots are one path. */
const dotsOfPath = 4 * 100;

/** Draws a picture on a canvas, whose unit is a pixel of the picture. */
export function paint(context: CanvasRenderingContext2D, picture: Picture, look: MapLook): void {
  context.globalAlpha = 1;
  context.fillStyle = look.background;
  context.fillRect(0, 0, picture.width, picture.height);
  paintTies(context, picture, look);
  paintDots(context, picture, look);
  context.setLineDash([]);
  context.globalAlpha = 1;
  for (const { x, y, radius, isFocus } of picture.rings) {
    context.strokeStyle = isFocus ? look.accent : look.muted;
    context.lineWidth = isFocus ? 2 : 1;
    context.beginPath();
    context.arc(x, y, radius, 0, whole);
    context.stroke();
  }
  paintLabels(context, picture, look);
}

function paintTies(context: CanvasRenderingContext2D, { bands, lines, arrows }: Picture, look: MapLook): void {
  context.globalAlpha = bandOpacity;
  context.strokeStyle = look.ties.related;
  for (let at = 0; at < bands.length; at += 5) {
    context.lineWidth = bands[at + 4] ?? 1;
    context.beginPath();
    context.moveTo(bands[at] ?? 0, bands[at + 1] ?? 0);
    context.lineTo(bands[at + 2] ?? 0, bands[at + 3] ?? 0);
    context.stroke();
  }
  for (const group of lines) {
    const { width, dash } = tieLooks[group.kind];
    context.globalAlpha = group.opacity;
    context.strokeStyle = look.ties[group.kind];
    context.lineWidth = group.state === "lit" ? width + 0.5 : width;
    context.setLineDash([...dash]);
    context.beginPath();
    for (let at = 0; at < group.at.length; at += 4) {
      // Long paths take the browser longer than the same lines in several.
      if (at % linesOfPath === 0 && at > 0) {
        context.stroke();
        context.beginPath();
      }
      context.moveTo(group.at[at] ?? 0, group.at[at + 1] ?? 0);
      context.lineTo(group.at[at + 2] ?? 0, group.at[at + 3] ?? 0);
    }
    context.stroke();
  }
  context.globalAlpha = arrows.isFaint ? 0.15 : 1;
  context.fillStyle = look.ties.hierarchy;
  for (let at = 0; at < arrows.at.length; at += 3) {
    const [x = 0, y = 0, angle = 0] = arrows.at.slice(at, at + 3);
    context.beginPath();
    context.moveTo(x, y);
    for (const turn of [0.4, -0.4]) context.lineTo(x - arrowLength * Math.cos(angle + turn), y - arrowLength * Math.sin(angle + turn));
    context.fill();
  }
}

function paintDots(context: CanvasRenderingContext2D, { dots }: Picture, look: MapLook): void {
  // A circle of so few pixels looks like a square, which costs a fraction; in a crowd the more so.
  const smallest = dots.reduce((sum, { at }) => sum + at.length / 4, 0) > crowd ? 2.8 : 1.6;
  for (const { tone, isMissing, isNote, isFaint, at } of dots) {
    const isHollow = isMissing || isNote;
    const colour = isMissing ? look.missing : (look.tones[tone] ?? look.muted);
    context.globalAlpha = isFaint ? faintDot : 1;
    context.fillStyle = isHollow ? look.background : colour;
    context.strokeStyle = isHollow ? colour : look.background;
    context.lineWidth = isHollow ? 1.5 : 1;
    context.setLineDash(isMissing ? [3, 2] : []);
    // The least come first: a rim round dots of so few pixels would leave nothing of them.
    const isRimmed = isHollow || (at[2] ?? 0) >= 3;
    const end = (): void => {
      context.fill();
      if (isRimmed) context.stroke();
    };
    context.beginPath();
    for (let index = 0; index < at.length; index += 4) {
      const x = at[index] ?? 0;
      const y = at[index + 1] ?? 0;
      const radius = at[index + 2] ?? 0;
      if (radius < smallest && !isHollow) {
        context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
        continue;
      }
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, whole);
      if (index % dotsOfPath !== dotsOfPath - 4) continue;
      end();
      context.beginPath();
    }
    end();
  }
}

/** The font of labels of a size. */
export function fontOf(size: number, isStrong: boolean, look: MapLook): string {
  return `${isStrong ? "600 " : ""}${size}px ${look.font}`;
}

function paintLabels(context: CanvasRenderingContext2D, { labels }: Picture, look: MapLook): void {
  context.globalAlpha = 1;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = look.background;
  for (const { text, x, y, size, tone, isTitle, isStrong, isMissing } of labels) {
    context.font = fontOf(size, isStrong, look);
    context.fillStyle = isTitle ? (look.titles[tone] ?? look.text) : isMissing ? look.missing : look.text;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}
