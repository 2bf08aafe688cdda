import { findClaims } from "./claim";
import type { Examples, Rule } from "./rule";

/** “decentralized” with nothing but the other axis given for it. */
export const decentralizedForDistributed: Rule = {
  id: "decentralized-for-distributed",
  summary: "“Decentralized” is said, and whatever speaks for it in the text is about where things are.",
  rationale: "A reader takes it that control is shared, and nothing in the text says so.",
  severity: "warning",
  check: (context) => findClaims(context, "meaning", [1]),
};

/** What it reports and what it leaves alone; tests and the page of rules read them, the plugin carries them not. */
export const examples: Examples = {
  valid: [
    "A decentralized network is one in which every member has a vote.",
    "Decentralized: no ministry owns the masts, and they stand on every hill.",
    "A decentralized network carries our radio plays.",
    "Distributed: each recording is copied to machines in three towns.",
    "Decentralization means that decisions about the servers are taken by those who use them.",
    "Decentralized finance is a family of services on public chains.",
    "We use decentralized storage for the songbook.",
    "The term decentralized is quoted in three of the five letters.",
    "A decentralized guild keeps its books in many locations, and no authority can close it.",
    "What do we mean by decentralized? That every baker has a vote.",
  ],
  invalid: [
    "The song archive is «decentralized»: each recording is copied to machines in three towns.",
    "«Decentralization» refers to spreading data and processing across many machines.",
    "A «decentralized» library is one where the books are stored in several locations.",
    "The archive is now «decentralized» across four data centres.",
    "«Decentralized» (replicated on many servers) archives survive a fire.",
    "«Decentralized»: no single server holds the whole songbook.",
    "The radio is «decentralized», with copies on several servers.",
    "We keep a geographically «decentralized» set of seed banks.",
    "The archive is «decentralized». Its shelves stand in eleven villages.",
    "What do you mean by «decentralized»? That copies lie in four towns.",
    "Call a songbook «decentralized» if it is kept on more than one machine.",
    "A «decentralized» radio consists of many servers in different towns.",
    "When we say «decentralized», we mean that the load is spread over hundreds of phones.",
    "We «decentralized» the pantry: its jars are now kept in nine sheds.",
  ],
};
