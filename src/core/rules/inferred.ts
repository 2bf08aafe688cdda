import { findClaims } from "./claim";
import type { Examples, Rule } from "./rule";

/** One given as the reason for the other, or as its result. */
export const inferred: Rule = {
  id: "inferred",
  summary: "A claim of one axis is given as the reason for a claim of the other, or as its result.",
  rationale: "Either can hold without the other, so the step needs a reason that the text does not give.",
  severity: "warning",
  check: (context) => findClaims(context, "leap", [0, 1]),
};

/** What it reports and what it leaves alone; tests and the page of rules read them, the plugin carries them not. */
export const examples: Examples = {
  valid: [
    "The register is decentralized, so nobody can close it alone.",
    "The archive is distributed, so one flood cannot take all of it.",
    "Being distributed does not mean that nobody is in charge.",
    "No one controls the choir, so it is decentralized.",
    "Because the pantry is distributed, each village has its own shelf.",
    "Because no company owns it, the register is decentralized, and its copies lie in ten towns.",
    "The seed bank is distributed. Nobody controls the weather.",
    "Since the guild is decentralized, every workshop votes.",
    "The archive is distributed across five towns, and the mayor still owns it.",
    "If the archive were distributed, nobody would own it, or so he hoped.",
    "You wrote that the pantry is decentralized because it has many servers. It isn't.",
    "The thing is decentralized, even when all of it happens in one room.",
    "Because decision-making is distributed, nobody waits for the mayor.",
  ],
  invalid: [
    "The archive is «distributed», so no one controls it.",
    "Because the register is «distributed», no single company can own it.",
    "Our radio is «decentralized», so no storm can silence all of it at once, and none of its masts is a single point of failure.",
    "Thanks to its «decentralized» design, the archive survives any server outage.",
    "The ledger is «distributed», which means that nobody is in charge.",
    "Nobody can censor the songbook because it is «distributed».",
    "The choir book is copied to forty servers, making it «decentralized».",
    "The more servers we add, the more «decentralized» the library becomes.",
    "The register is «distributed». This means that no authority can close it.",
    "Because every mill keeps a full copy of the ledger, the ledger is «decentralized».",
    "By copying the songbook to forty servers, the choir became «decentralized».",
    "Every house keeps a copy of the map. This makes the map «decentralized».",
    "More servers in more towns means more «decentralization».",
    "To survive a server outage, the radio must be «decentralized».",
    "Nobody owns the map, since it is «distributed».",
    "«Decentralization» is achieved by storing the songs on many servers.",
    "As a «decentralized» radio, we have no downtime.",
  ],
};
