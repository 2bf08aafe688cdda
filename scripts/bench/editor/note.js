/** A long note, made up: prose as people write it, with conflations here and there. The same at each call. */

const who = ["the ferry company", "a committee of four", "the upper valley", "the parish", "the boatwrights", "our archive", "the night shift", "every second household"];
const where = ["at the weir", "behind the granary", "along the tow path", "in the three lower villages", "on the far bank", "between the two locks", "under the old bridge", "in the reading room"];
const when = ["before the thaw", "every other Thursday", "in the year of the flood", "since the lamps went out", "after the second harvest", "as long as the ice held", "towards evening"];
const what = ["kept a list of the barges that came through", "mended the sluice with whatever lay at hand", "counted the sacks twice and wrote down the smaller number", "wanted the timetable printed in a larger type", "asked for a key to the boathouse", "left the accounts open on the table", "walked the embankment with a lantern", "lent out the ladders and never got them all back"];
const aside = ["which nobody had expected", "as the minutes of that meeting have it", "though the letters say otherwise", "and that was the end of it", "much to the surprise of the neighbours", "if one may believe the almanac"];
const topics = ["Ferries", "The lamp registers", "Sluices and their keepers", "Winter stores", "What the almanac says", "The song archive", "Letters from the upper valley", "Tolls", "The reading room", "Bells", "Who mends the bridge", "Seed and grain"];

/** Sentences that the peer marks, about as many as there are conflations. */
const peers = ["The chairman was not asked.", "The mailmen had no boat that day.", "It took the foreman a week to find out."];

/** Each takes the one word for the other. */
const conflations = [
  "The archive is distributed, so nobody owns it.",
  "The choir is fully distributed, with no one in charge of it.",
  "A decentralized library is one where the books are stored in several locations.",
  "Our seed store is decentralized: each variety is kept in sheds in four villages.",
  "The guild is distributed. There is no boss.",
  "They call the register decentralized, with copies on several servers.",
];

/** Sentences that hold the words and are to be left alone. */
const plain = [
  "The pamphlet was distributed among the households by the water authority.",
  "Decentralized: nobody has the last word, and each ward speaks for itself.",
  "The lamps are distributed over eleven villages, and one office in the town decides about them all.",
  "Whether a decentralized guild needs good roads was asked more than once.",
];

/** What is typed into the note: plain words, and one of those that the plugin looks for. */
export const typed = " and the ledger is distributed over the sheds, as nobody had foreseen, by those who kept the keys";

function dice(seed) {
  let state = seed;
  const any = (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const of = (list) => list[any(list.length)];
  return { any, of };
}

function upperFirst(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence({ any, of }) {
  const link = () => of(["[[ferries]]", "[[grain stores|the stores]]", "[the almanac](almanac.md)", "*the long list*", "**the lower lock**", "`register 14`"]);
  const forms = [
    () => `${upperFirst(of(who))} ${of(what)}.`,
    () => `${upperFirst(of(who))} ${of(what)} ${of(when)}, ${of(aside)}.`,
    () => `${upperFirst(of(when))}, ${of(who)} ${of(what)}.`,
    () => `It was said ${of(where)} that ${of(who)} ${of(what)}.`,
    () => `In ${link()} there are ${2 + any(90)} entries about this.`,
  ];
  const lot = any(40);
  if (lot === 0) return of(conflations);
  if (lot === 1) return of(peers);
  return lot <= 3 ? of(plain) : of(forms)();
}

function paragraph(luck) {
  return Array.from({ length: 1 + luck.any(2) }, () => sentence(luck)).join(" ");
}

/** One section: a heading, paragraphs, and now and then a list, a quotation, a table or code. */
function section(luck, number) {
  const { any, of } = luck;
  const lines = [`${"#".repeat(2 + any(2))} ${of(topics)}, part ${number}`, ""];
  for (let left = 2 + any(4); left > 0; left--) lines.push(paragraph(luck), "");
  const kind = any(8);
  if (kind < 3) lines.push(...Array.from({ length: 3 + any(8) }, () => `- ${of(["", "", "[ ] ", "[x] "])}${sentence(luck)}`), "");
  else if (kind === 3) lines.push(`> ${paragraph(luck)}`, "");
  else if (kind === 4) lines.push("| barge | sacks | day |", "| --- | ---: | --- |", ...Array.from({ length: 4 }, () => `| ${of(topics)} | ${any(300)} | ${of(when)} |`), "");
  else if (kind === 5) lines.push("```text", `${of(who)}: ${any(900)}`, `${of(who)}: ${any(900)}`, "```", "");
  else if (kind === 6) lines.push(`> [!note] ${of(topics)}`, `> ${sentence(luck)}`, "");
  return lines;
}

/** The section that is typed in: with what is marked before the cursor and behind it, all in view. */
function desk(luck) {
  return [
    "## At the desk", "", `${sentence(luck)} ${conflations[0]}`, "", `${conflations[4]} ${sentence(luck)} This line is written at this very moment`, "",
    `${conflations[2]} ${sentence(luck)}`, "", `- ${conflations[3]}`, `- ${peers[0]}`, `- ${peers[1]}`, "",
  ];
}

/**
 * A note of so many lines.
 * @returns its text, and where one types: the end of a line in the middle of it
 */
export function longNote(lines) {
  const luck = dice(11);
  const written = ["---", "tags: [valley, water]", "---", "# The valley, all of it", "", conflations[1], "", peers[2], ""];
  let cursor = 0;
  for (let number = 1; written.length < lines; number++) {
    if (cursor === 0 && written.length >= lines / 2) {
      written.push(...desk(luck));
      cursor = written.join("\n").indexOf("at this very moment") + "at this very moment".length;
    }
    written.push(...section(luck, number));
  }
  return { text: `${written.slice(0, lines - 1).join("\n")}\n`, cursor };
}
