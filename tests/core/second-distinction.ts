import type { Axis, Distinction, Term } from "../../src/core/distinctions/distinction";
import type { Examples } from "../../src/core/rules/rule";

/** Who stands at the door: names, and proofs of them. */
const identity: Axis = {
  id: "identity",
  label: "who somebody is",
  question: "Who is it, and how is that known?",
  evidence: [
    {
      weight: 1,
      phrases: [
        "password*|passphrase*", "fingerprint*", "face|iris scan*", "who ?they|she|he|it|somebody|someone|you|we is|are", "prove|proves|proved|proving ?her|his|their|its|your identity|name",
        "identity|identities", "check|checks|checked|checking ?her|his|their|a|the|each|every ?photo badge*|passport*|signature*|name|names|face|faces", "log|logs|logged|logging|sign|signs|signed|signing in", "one-time code*", "shows|show|showed|shown|showing ?her|his|their|a badge|passport|card",
        "known|knows|know|recognise*|recognize* by ?her|his|their name|face|voice", "second factor", "a proven name",
      ],
    },
    { weight: 0.6, phrases: ["badge*|passport*", "name|names", "face|faces"] },
  ],
  noEvidence: ["file name*", "in the name of", "name day*"],
  poles: [{ names: ["anonymous", "un{-}known"], signs: ["hood|mask|masked", "nobody asks ?for names"] }, { names: ["authenticated"], signs: [] }],
  unplaced: ["identity|identities"],
};

/** What may be done: rights, roles, permissions. */
const permission: Axis = {
  id: "permission",
  label: "what somebody may do",
  question: "What may they do, and who allowed it?",
  evidence: [
    {
      weight: 1,
      phrases: [
        "permission*", "rights", "role|roles", "may ?also|then ?now read|open|delete|change|enter|borrow|sign|see|use|write|edit|close|take|do|sell", "allow|allowed|allows to|it", "entitle*", "can|could ?now|then delete|change|edit|open|borrow|enter|see|close|take|read",
        "what ?they|she|he|it|somebody|someone|you|we may|can do", "grant|grants|granted|granting", "forbid|forbids|forbidden|forbidding", "full|read|write access", "consent of the ~ council|owner|warden", "everything|anything in the ~ archive|store|vault",
      ],
    },
    { weight: 0.6, phrases: ["access", "approval|approved"] },
  ],
  noEvidence: ["rights and wrongs", "access road*"],
  poles: [{ names: ["forbidden", "unauthori{z}ed"], signs: ["keep out"] }, { names: ["authori{z}ed"], signs: [] }],
  unplaced: ["role|roles"],
};

const authenticated: Term = {
  label: "authenticated",
  forms: { adjective: ["authenticated"], noun: ["authentication"], verb: ["authenticate", "authenticates", "authenticating"], phrase: [] },
  opposites: { adjective: ["anonymous", "unauthenticated"], noun: ["anonymity"], verb: [], phrase: ["a nameless visitor|guest"] },
  looseOpposites: true,
  otherSenses: { adjective: ["_ by the museum|auction house", "_ painting*|letter*|manuscript*"], noun: ["_ of the painting|letter|manuscript"], verb: [], phrase: [] },
  ownSense: [],
  onlyInPairs: [],
  makers: ["for", "to"],
  doings: [],
  states: [],
  termsOfArt: ["encryption", "header*"],
  otherAxisHeads: [],
  borrowed: ["dealer*"],
  frames: ["biometrically"],
  otherFrames: ["legally"],
  otherNouns: [],
};

const authorized: Term = {
  label: "authorized",
  forms: { adjective: ["authori{z}ed"], noun: ["authori{z}ation"], verb: ["authori{z}e", "authori{z}es", "authori{z}ing"], phrase: [] },
  opposites: { adjective: ["forbidden", "unauthori{z}ed"], noun: ["prohibition"], verb: [], phrase: ["without permission|leave"] },
  looseOpposites: false,
  otherSenses: { adjective: ["_ biograph*|translation*|edition*|capital"], noun: [], verb: [], phrase: [] },
  ownSense: [],
  onlyInPairs: [],
  makers: ["by|with|through"],
  doings: ["proves|prove|logs|log|signs|sign"],
  states: ["that|who prove|proved|log|logged|show|showed"],
  termsOfArt: ["dealer*", "signator*"],
  otherAxisHeads: [],
  borrowed: ["encryption"],
  frames: ["legally"],
  otherFrames: ["biometrically"],
  otherNouns: [],
};

/** Authenticated says who somebody is; authorized says what they may do. */
export const authenticatedAuthorized: Distinction = {
  id: "authenticated-authorized",
  axes: [identity, permission],
  corners: [
    [{ name: "A stranger at the gate", explanation: "Nobody knows the name, and nothing is allowed." }, { name: "Open house", explanation: "Nobody asks for a name, and everything is allowed." }],
    [{ name: "Known, and kept out", explanation: "The name is known, and nothing is allowed." }, { name: "A guest with a key", explanation: "The name is known, and so are the rights." }],
  ],
  terms: [authenticated, authorized],
  openHeads: ["access"],
  messages: {
    equated: { message: "One check or two in “{pair}”? {terms}.", question: "Is the visitor known, or allowed in, or both?" },
    "equated:second-name": { message: "Is “{word}” another name here, or another check? {terms}.", question: "Another name, or a second check?" },
    "equated:borrowed": { message: "“{word}” stands in a term that is mostly written with the other word: which of the two is meant?", question: "Is this the usual term?" },
    "equated:slide": { message: "“{evidence}” before and “{word}” here: one check or two? {terms}.", question: "The same check under another name, or a second one?" },
    "crossed-opposites": { message: "Which contrast is it, between “{word}” and “{other}”? {terms}.", question: "Is the contrast about names or about rights?" },
    inferred: { message: "What links “{word}”, which stands for {stands}, to “{evidence}”, which is about {otherAxis}?", question: "A known guest may have no rights at all: what makes the step hold here?" },
    "authorized-for-authenticated": { message: "“{word}” stands for {stands}, and “{evidence}” is about {otherAxis}: which of the two is meant?", question: "Is this a check of names or of rights?" },
    "authenticated-for-authorized": { message: "“{word}” stands for {stands}, and “{evidence}” is about {otherAxis}: which of the two is meant?", question: "Is this a check of rights or of names?" },
  },
  templates: {
    claim: [", known by [which proof of her identity]", ", with permission from [whom]"],
    link: "; what links the two is [who is known by which password, and who grants the rights]",
  },
  conventions: [
    {
      id: "two-checks",
      label: "Two checks",
      description: "Authenticated says who somebody is, authorized what they may do; each is a check of its own.",
      stands: ["who somebody is", "what somebody may do"],
      source: "RFC 4949, Internet Security Glossary, 2007",
      places: [true, true],
      levels: ["warning", "warning", "warning", "warning", "warning"],
    },
    {
      id: "one-door",
      label: "One door",
      description: "Whoever is known may do everything, so the two words come to one.",
      stands: ["being known, and so allowed", "being allowed, and so known"],
      source: "House rules of a small workshop",
      places: [false, false],
      levels: ["hint", "off", "off", "off", "off"],
    },
  ],
};

/** What each rule reports and leaves alone by this distinction. */
export const examples: Readonly<Record<string, Examples>> = {
  equated: {
    valid: [
      "The visitor is both authenticated and authorized.",
      "An authenticated, authorized clerk opens the vault.",
      "Authenticated does not mean authorized.",
      "The two words are often confused: an authenticated reader (not an authorized one) may open nothing.",
      "Visitors can be anonymous, authenticated, or authorized.",
      "Is the clerk authenticated or authorized? Ask for her name, and then for her rights.",
      "The authorized biography (authenticated by the museum) sold well.",
      "The `authenticated (authorized)` flag is set at dawn.",
    ],
    invalid: [
      "The store asks for an «authenticated (authorized)» visitor.",
      "Every «authenticated/authorized» reader gets a lamp.",
      "She is «authenticated, or authorized», by the porter.",
      "An «authenticated clerk is an authorized» clerk.",
      "We want «authenticated, i.e. authorized», couriers only.",
      "An «authenticated guest might also be called an authorized» one.",
      "In this note we use «authentication and authorization» interchangeably.",
      "By «authorized we mean authenticated».",
    ],
  },
  "crossed-opposites": {
    valid: [
      "The guest is authenticated rather than anonymous.",
      "The visit was authorized, not forbidden.",
      "An authenticated guest may still take an unauthorized turn.",
      "Unlike an anonymous caller, the authenticated one has a name.",
      "The authorized edition has no anonymous foreword.",
      "The porter is authenticated, and smoking is forbidden in the yard.",
      "Anonymous donors paid for the lamp, and the mayor authorized it.",
    ],
    invalid: [
      "The caller is «authorized rather than anonymous».",
      "We weigh «anonymous versus authorized» access.",
      "Unlike «anonymous readers, authorized» readers have a desk.",
      "The visit is «authenticated, not forbidden».",
      "The archive moved from «anonymous borrowing to authorized» borrowing.",
      "The door is for «authorized, not anonymous», guests.",
      "We prefer «authorized guests over anonymous» ones.",
      "Her visit used to be «forbidden, but now it is authenticated».",
      "Requests are «authenticated instead of unauthorized».",
      "The reading room was «anonymous, but now it is authorized».",
    ],
  },
  inferred: {
    valid: [
      "The clerk is authenticated, so we know who she is.",
      "Because he is authorized, he may open the vault.",
      "Being authenticated does not mean that she may open the vault.",
      "Since the porter checks names, every guest is authenticated.",
      "The clerk is authenticated. She may well open a shop in May.",
      "The miller was authorized. Nobody knows who broke the scale.",
      "If she were authenticated, she could open the vault, or so they hoped.",
    ],
    invalid: [
      "The clerk is «authenticated», so she may open the vault.",
      "Because the courier is «authenticated», he may enter the store.",
      "The reader is «authenticated», which means that she is allowed to borrow the map.",
      "She may delete any page because she is «authenticated».",
      "The more passwords we check, the more «authorized» our guests become.",
      "«Authorization» is achieved by checking passwords.",
      "The guests log in and are therefore «authorized».",
      "Once a guest has logged in, she is «authorized».",
      "The porter checks every passport, making each guest «authorized».",
      "The caller is «authorized», so we know who she is.",
      "Since the guest is «authorized», nobody checks her identity.",
      "Thanks to its «authenticated» readers, the library grants full access to everyone.",
    ],
  },
  "authorized-for-authenticated": {
    valid: [
      "An authorized reader is one who may open the vault.",
      "Authorization: the warden grants rights, and the porter checks names.",
      "An authorized reader signed the book of guests.",
      "Authenticated: the porter has checked her passport.",
      "We buy flour from an authorized dealer.",
      "What do we mean by authorized? That she may open the vault.",
    ],
    invalid: [
      "«Authorization» means checking a password.",
      "The guest is «authorized»: the porter has checked her passport.",
      "An «authorized» reader is one who has proved her identity.",
      "«Authorization» (a fingerprint at the gate) takes a second.",
      "When we say «authorized», we mean that the password was right.",
      "The couriers are «authorized» by fingerprint.",
      "What do you mean by «authorized»? That she has shown her passport.",
    ],
  },
  "authenticated-for-authorized": {
    valid: [
      "An authenticated reader is one who has proved her identity.",
      "Authenticated: the porter knows who she is, and she may open the vault.",
      "The authenticated painting hangs in the hall.",
      "Authorized: she may open the vault.",
      "Authentication takes a moment in winter.",
      "Authenticated guests may open the vault.",
      "What do we mean by authenticated? That we know who she is.",
    ],
    invalid: [
      "«Authentication» means deciding what somebody may do.",
      "The clerk is «authenticated»: she may open the vault.",
      "An «authenticated» reader is one who may borrow the map.",
      "«Authentication» (the granting of rights) is the warden's work.",
      "When we say «authenticated», we mean that she has the right role.",
      "The guests are «authenticated». They may open the vault.",
      "What do you mean by «authenticated»? That she may enter the store.",
    ],
  },
};
