import type { Distinction } from "../distinction";
import { arrangement } from "./arrangement";
import { control } from "./control";
import { conventions } from "./conventions";
import { decentralized, distributed } from "./terms";

/** Distributed says where the parts are; decentralized says who decides. */
export const distributedDecentralized: Distinction = {
  id: "distributed-decentralized",
  axes: [arrangement, control],
  terms: [distributed, decentralized],
  openHeads: ["server*", "platform*", "point*", "hub*"],
  messages: {
    equated: {
      message: "“{pair}” offers two words as one: “distributed” says where the parts are, “decentralized” who decides.",
      question: "Is one of them enough, or are both claims meant?",
    },
    "equated:second-name": {
      message: "“{word}” is given as a second name: “distributed” says where the parts are, “decentralized” who decides.",
      question: "Is it another name, or a second claim about the same thing?",
    },
    "equated:borrowed": {
      message: "“{word}” stands in a term that is mostly written with the other word.",
      question: "Is this the usual term, or is the place of the parts the point?",
    },
    "crossed-opposites": {
      message: "“{word}” is set against “{other}”, which belongs to the other scale: one asks where things are, one who decides.",
      question: "Is the contrast about places or about who decides?",
    },
    inferred: {
      message: "“{word}” and “{evidence}” stand here as reason and result; the one is about {axis}, the other about {otherAxis}.",
      question: "One owner can run machines everywhere, and many owners can share one machine: what links the two here?",
    },
    "decentralized-for-distributed": {
      message: "“{word}” says who decides; what the text gives for it, “{evidence}”, is about where things are.",
      question: "Are several parties in control, or are the parts in several places?",
    },
    "distributed-for-decentralized": {
      message: "“{word}” says where the parts are; what the text gives for it, “{evidence}”, is about who decides.",
      question: "Are the parts in several places, or is control shared?",
    },
  },
  conventions,
  sources: [
    "SuperBenefit, concept notes “Distributed” and “Decentralization”",
    "Paul Baran, On Distributed Communications, 1964",
    "ISO 22739, Blockchain and distributed ledger technologies: Vocabulary",
    "Carmela Troncoso et al., Systematizing Decentralization and Privacy, PoPETs 2017",
    "RFC 9518, Centralization, Decentralization, and Internet Standards, 2023",
  ],
};
