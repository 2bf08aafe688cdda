import type { Plugin } from "obsidian";

const key = "distinguo-snapshot";

/** The name of what is kept of this vault's index on this device. Vaults that are called alike share the app's storage, so it is drawn by lot, and kept where each vault has its own place. */
export function snapshotName({ app, manifest }: Plugin): string {
  const kept: unknown = app.loadLocalStorage(key);
  if (typeof kept === "string" && kept !== "") return `${manifest.id}-${kept}`;
  const drawn = [...window.crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("");
  app.saveLocalStorage(key, drawn);
  return `${manifest.id}-${drawn}`;
}
