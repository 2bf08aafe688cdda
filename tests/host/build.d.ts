/** Builds the host page (by default to `dist/host`) and returns the folder it was written to. */
export function buildHost(outdir?: string): Promise<string>;
