import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { HostPage } from "../browser/host-page";
import { openHost, type OpenOptions } from "../browser/open-host";

/** A conflation, the words of it that are underlined, and what one of the choices makes of it. */
export const conflation = {
  sentence: "The archive is decentralized because its copies sit on servers in nine countries.",
  words: "decentralized",
  evidence: "in nine countries",
  chosen: "The archive is distributed because its copies sit on servers in nine countries.",
};

/** The words of the small vault that are offered as one, as they are underlined. */
export const equated = "Distributed and decentralized";

/** A small vault: a note with conflations, concept notes that are tied together, a plain note, a note without ties. */
export const vault: Record<string, string> = {
  "Harbour.md": [
    "# Harbour archive",
    "",
    conflation.sentence,
    "",
    "Ledgers of the fishing fleet have been kept here since the pier was built.",
    "",
    `${equated} mean the same.`,
    "",
    "- A **decentralized** [[Networks|network]] is a network whose data is spread across many devices.",
    "",
  ].join("\n"),
  "Quiet.md": "# Quiet\n\nNothing here speaks of either word.\n",
  "concepts/Distributed.md": [
    "---",
    "aliases: [dispersed]",
    "tags: [arrangement]",
    "---",
    "# Distributed",
    "",
    "*Distributed describes things that stand in many places and work together.*",
    "",
    "It is often met beside [[Networks]], and differs from [[Decentralized]].",
    "",
    "## Related concepts",
    "",
    "- [[Networks]]: what is in many places needs lines between them.",
    "- [[Resilience]]: a loss in one place leaves the others standing.",
    "- Replication: the same thing kept in several places.",
    "",
  ].join("\n"),
  "concepts/Decentralized.md": "# Decentralized\n\n*Decentralized describes that many parties decide, and none alone.*\n\n## Related concepts\n\n- [[Governance]]: who decides, and how.\n",
  "concepts/Networks.md": "# Networks\n\n*A network is a set of things and the lines between them.*\n\n## Related concepts\n\n- [[Distributed]]: one way for the things of a network to stand.\n",
  "concepts/Resilience.md": "# Resilience\n\n*Resilience is the strength to come back from a loss.*\n",
  "concepts/Governance.md": "# Governance\n\n*Governance is how a group comes to its decisions.*\n",
};

/** Opens the small vault with the built plugin, or with the build in the folder that DISTINGUO_PLUGIN names. */
export function openVault(options: Partial<OpenOptions> = {}): Promise<HostPage> {
  return openHost({ vault, plugin: process.env["DISTINGUO_PLUGIN"], ...options });
}

/** Saves a screenshot where DISTINGUO_SHOTS names a folder; else does nothing. */
export async function shot(host: HostPage, name: string): Promise<void> {
  const folder = process.env["DISTINGUO_SHOTS"];
  if (folder === undefined || folder === "") return;
  await mkdir(folder, { recursive: true });
  await host.screenshot(join(folder, `${name}.png`));
}
