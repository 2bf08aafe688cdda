import type { HostOptions } from "../host/main";

export interface Content {
  /** The folder that the host was built to. */
  folder: string;
  /** Text by path. */
  vault: Record<string, string>;
  options: HostOptions;
  /** Whether `performance.now()` counts in microseconds rather than tenths of milliseconds. */
  exactClock?: boolean;
}

/** Serves on 127.0.0.1; with a port that is taken, on the next free one of the following twenty. */
export function serve(content: Content, port?: number): Promise<{ url: string; close: () => Promise<void> }>;
