import { Notice } from "obsidian";
import type { SettingsStore } from "../settings-store";

/** Switches one of the app's own settings, and tells how it stands now. */
export async function toggle(store: SettingsStore, key: "live" | "hints", states: { on: string; off: string }): Promise<void> {
  const isOn = !store.settings[key];
  await store.change({ [key]: isOn });
  new Notice(isOn ? states.on : states.off);
}
