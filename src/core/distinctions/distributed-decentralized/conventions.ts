import type { Severity } from "../../diagnostic";
import { proseRuleIds, type Convention } from "../distinction";

type Level = Severity | "off";

/** Levels in the order of `proseRuleIds`. */
function levels(equated: Level, crossed: Level, inferred: Level, decentralizedFor: Level, distributedFor: Level): Convention["rules"] {
  const all = [equated, crossed, inferred, decentralizedFor, distributedFor];
  return Object.fromEntries(proseRuleIds.map((id, at) => [id, all[at] ?? "off"]));
}

/** The definitions that a vault may follow; the first is the default. */
export const conventions: Convention[] & readonly [Convention, ...Convention[]] = [
  {
    id: "two-axes",
    label: "Two axes",
    description: "Distributed says where the parts are, decentralized says who decides; a thing may be either, both or neither.",
    stands: ["where things are", "who decides"],
    source: "SuperBenefit, concept note “Distributed”",
    rules: levels("warning", "warning", "warning", "warning", "warning"),
  },
  {
    id: "subset",
    label: "Decentralized as a kind of distributed",
    description: "Distributed means networked parts in several places; decentralized means such a system under several authorities.",
    stands: ["networked parts in several places", "such a system under several authorities"],
    source: "ISO 22739; Troncoso et al., PoPETs 2017",
    rules: levels("warning", "hint", "warning", "warning", "warning"),
  },
  {
    id: "topology",
    label: "Shape of the network",
    description: "Centralized has one hub, decentralized several, distributed none; both words describe links, not who is in charge.",
    stands: ["a network without hubs", "one with several hubs"],
    source: "Baran 1964; NIST glossary",
    rules: levels("warning", "off", "hint", "off", "warning"),
  },
  {
    id: "commons",
    label: "Equals without filters",
    description: "Distributed means that everybody decides for themselves; decentralized means several centres that filter.",
    stands: ["everybody deciding for themselves", "several centres that filter"],
    source: "David de Ugarte; P2P Foundation",
    rules: levels("warning", "off", "hint", "off", "off"),
  },
  {
    id: "necessity",
    label: "Spread by choice or by need",
    description: "Both mean spread over several computers: distributed because it serves, decentralized because it cannot be otherwise.",
    stands: ["being spread because it serves", "being spread because it must be"],
    source: "van Steen and Tanenbaum, 4th edition",
    rules: levels("warning", "off", "warning", "off", "warning"),
  },
  {
    id: "buterin",
    label: "Three kinds of decentralized",
    description: "Decentralized is architectural, political or logical; distributed comes close to the first of these.",
    stands: ["many machines", "architecture, politics or logic"],
    source: "Vitalik Buterin, “The Meaning of Decentralization”, 2017",
    rules: levels("hint", "off", "warning", "off", "warning"),
  },
  {
    id: "vergne",
    label: "Organization theory",
    description: "Distributed says how far decisions are spread, decentralized how far communication is.",
    stands: ["how far decisions are spread", "how far communication is"],
    source: "Jean-Philippe Vergne, 2020",
    rules: levels("warning", "hint", "hint", "off", "off"),
  },
  {
    id: "neutral",
    label: "No house definition",
    description: "Neither word is defined; only open equations and leaps are pointed out, quietly.",
    stands: ["where things are, or how they are linked", "who decides, or how things are linked"],
    source: "None",
    rules: levels("hint", "off", "hint", "off", "off"),
  },
];
