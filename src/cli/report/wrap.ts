
/** Breaks a text at its spaces into lines of at most `width` columns; a word that is longer keeps a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** A label and a text beside it, wrapped; what follows the first line hangs under the text. */
export function hang(label: string, text: string, width: number): string[] {
  const indent = widthOf(label);
  return wrap(text, Math.max(20, width - indent)).map((line, at) => (at === 0 ? label : " ".repeat(indent)) + line);
}

/** `1 note`, `2 notes`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}import { widthOf } from "../../core/index";

