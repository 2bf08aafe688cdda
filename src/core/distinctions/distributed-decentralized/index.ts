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
  openHeads: ["server*", "platform*", "point*", "hub*", "node*", "coordinator*"],
  messages: {
    equated: {
      message: "“{pair}” offers two words as one: {terms}.",
      question: "Is one of them enough, or are both claims meant?",
    },
    "equated:second-name": {
      message: "“{word}” is given as a second name: {terms}.",
      question: "Is it another name, or a second claim about the same thing?",
    },
    "equated:borrowed": {
      message: "“{word}” stands in a term that is mostly written with the other word.",
      question: "Is this the usual term, or is the place of the parts the point?",
    },
    "crossed-opposites": {
      message: "“{word}” is set against “{other}”, from the other scale: {terms}.",
      question: "Is the contrast about places or about who decides?",
    },
    inferred: {
      message: "“{word}” and “{evidence}” stand here as reason and result; the one is about {axis}, the other about {otherAxis}.",
      question: "One owner can run machines everywhere, and many owners can share one machine: what links the two here?",
    },
    "decentralized-for-distributed": {
      message: "“{word}” stands for {stands}; what the text gives for it, “{evidence}”, is about {otherAxis}.",
      question: "Are several parties in control, or are the parts in several places?",
    },
    "distributed-for-decentralized": {
      message: "“{word}” stands for {stands}; what the text gives for it, “{evidence}”, is about {otherAxis}.",
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
