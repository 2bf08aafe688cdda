import type { CachedMetadata } from "obsidian";
import type { HostOptions } from "../host/main";

export interface Content {
  /** The folder that the host was built to. */
  folder: string;
  /** Text by path. */
  vault: Record<string, string>;
  options: HostOptions;
  /** What has been read of texts, by text, so that the page need not. */
  parsed?: ReadonlyMap<string, CachedMetadata>;
  /** Whether `performance.now()` counts in microseconds rather than tenths of milliseconds. */
  exactClock?: boolean;
}

/** Serves on 127.0.0.1; with a port that is taken, on the next free one of the following twenty. */
export function serve(content: Content, port?: number): Promise<{ url: string; close: () => Promise<void> }>;
