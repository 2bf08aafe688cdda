import { Notice } from "obsidian";

/** Does what the user has asked for; where that fails, the user is told, and the console why. */
export async function attempt(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    console.debug("What was asked for failed.", error);
    new Notice(`That could not be done: ${error instanceof Error ? error.message : String(error)}`);
  }
}
