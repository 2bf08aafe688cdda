import type { Severity } from "../../core/index";

/** What a stretch of a report is, as far as its look goes. */
export type Style = "bold" | "dim" | "red" | "yellow" | "blue" | "cyan";

/** Gives a text its look. */
export type Paint = (style: Style, text: string) => string;

/** How the severities look. */
export const styles: Record<Severity, Style> = { error: "red", warning: "yellow", info: "blue", hint: "cyan" };

/** For pipes, files and `NO_COLOR`: all marks are characters, so nothing is lost. */
export const plain: Paint = (_style, text) => text;
