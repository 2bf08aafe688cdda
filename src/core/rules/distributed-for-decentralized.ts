import { findClaims } from "./claim";
import type { Examples, Rule } from "./rule";

/** “distributed” with nothing but the other axis given for it. */
export const distributedForDecentralized: Rule = {
  id: "distributed-for-decentralized",
  summary: "“Distributed” is said, and whatever speaks for it in the text is about who decides.",
  rationale: "A reader looks for the places, and the text speaks of power.",
  severity: "warning",
  check: (context) => findClaims(context, "meaning", [0]),
};

/** What it reports and what it leaves alone; tests and the page of rules read them, the plugin carries them not. */
export const examples: Examples = {
  valid: [
    "A distributed network is one whose parts stand in many places.",
    "Distributed: the shelves stand in nine villages, and each village decides for itself.",
    "Decentralized: nobody has the last word.",
    "Distributed governance lets every ward speak.",
    "Power is distributed among the members.",
    "The distributed team meets on Mondays.",
    "The pamphlet is distributed by the authority for water.",
    "A distributed guild needs good roads.",
    "The votes are normally distributed: no single party wins.",
    "The choir is distributed. Nobody controls the weather.",
    "The distributed bakery is owned by a bank.",
  ],
  invalid: [
    "Ours is a «distributed» choir: nobody is in charge, and every singer has a veto.",
    "«Distributed» means that no single owner can close it.",
    "A «distributed» guild is one where every member has a vote.",
    "The choir is fully «distributed», with no one in charge.",
    "«Distributed»: no company owns it.",
    "By a «distributed» association we mean one in which nobody holds authority.",
    "The guild is «distributed». There is no boss.",
    "The market is «distributed». Everyone has a say.",
    "What does it mean that the choir is «distributed»? It means that nobody can veto a song.",
    "Join a «distributed» library that no one owns.",
    "The mill is «distributed», run by its members and by no owner.",
  ],
};
