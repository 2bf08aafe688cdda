import { about, type RuleAbout } from "../../src/core/index";
import { distinctions } from "../../src/core/distinctions/index";
import type { Distinction } from "../../src/core/distinctions/distinction";
import { proseRules, rulesOf } from "../../src/core/rules/index";
import type { Rule } from "../../src/core/rules/rule";
import { noteExamplesOf } from "./checks-examples";
import { examplesOf } from "./rule-examples";

const intro = `# Rules

*Written from the rules themselves; the examples are their tests. To change this page, change a rule and run \`npm run docs\`.*

Distinguo keeps two questions apart:

| word | question | its opposite |
| --- | --- | --- |
| **distributed** | Where are the parts, and in how many places? | concentrated, in one place |
| **decentralized** | Who decides, owns it, or can stop it? | centralized |

A lighthouse board has its lamps on every cape and one desk that decides: distributed, and centralized. A granary with a hundred owners is decentralized, and in one place. A rule speaks only where a text *ties* the two questions together; a word that merely stands there is left alone. Where careful readers differ, a rule gives a hint at most. No rule changes a note by itself: what a card offers are choices.`;

/** The page of all rules, as Markdown. */
export function rulesPage(): string {
  return [intro, "## Rules of prose", ...proseRules(distinctions).map(section), suppressions, "## Conventions", ...distinctions.map(conventions), notes()].join("\n\n") + "\n";
}

function section({ id, summary, rationale }: Rule): string {
  const examples = examplesOf(id);
  const question = distinctions.find(({ messages }) => id in messages)?.messages[id]?.question ?? "";
  return [
    `### ${id}`,
    `${summary} ${rationale}`,
    `It asks: *${question}*`,
    "Reported:",
    examples.invalid.map((example) => `- ${example.replace(/«/g, "<mark>").replace(/»/g, "</mark>")}`).join("\n"),
    "Left alone:",
    examples.valid.map((example) => `- ${example}`).join("\n"),
  ].join("\n\n");
}

const suppressions = `## Saying that it is meant

| to silence | write |
| --- | --- |
| the next line | \`%% distinguo-ignore-next-line equated: both are meant here %%\` |
| this line | \`%% distinguo-ignore: quoted from the bylaws %%\` |
| a stretch | \`%% distinguo-disable %%\` … \`%% distinguo-enable %%\` |
| a phrase in a note, wherever it stands | the property \`distinguo-exceptions: [distributed rather than centralized]\` |
| a phrase everywhere | \`exceptions\` under \`words\` in \`distinguo.yaml\` |
| a note, some rules | the property \`distinguo-ignore: [equated]\` |
| a note, all rules | the property \`distinguo: false\` |

HTML comments (\`<!-- distinguo-disable -->\`) work as well. A comment that names no rule is about the prose alone: what the notes lack is mostly reported at their heads and lists, where a comment meant for a sentence should not hide it. With names it silences those rules, of prose or of notes. The properties that name rules, or none, are about both; phrases are about prose.

A phrase holds wherever its words stand, whatever is edited around them; emphasis, links, capitals and line breaks make no difference.

What suppresses nothing is reported as a hint, \`unused-suppression\`, so that none is left behind: a comment, one of several names in it, an entry of a property. \`lint\` reports it where it is about rules of prose, \`check\` where it names rules about notes; the fix takes out just that.`;

function conventions(distinction: Distinction): string {
  const { conventions: all } = distinction;
  const ids = rulesOf(distinction).map(({ id }) => id);
  const rows = all.map(({ label, id, levels }) => `| ${label} (\`${id}\`) | ${levels.map(level).join(" | ")} |`);
  const head = `| convention | ${ids.join(" | ")} |\n| --- | ${ids.map(() => "---").join(" | ")} |`;
  const texts = all.map(({ label, description, source }) => `- **${label}.** ${description} *${source}.*`);
  return `Authorities disagree about ${distinction.terms.map(({ label }) => `“${label}”`).join(" and ")}, so a vault chooses whom it follows. The first is the default. A folder can follow another one, by \`conventions\` in \`distinguo.yaml\`, and a note, by the property \`distinguo-convention\`; a property that names none is reported, as \`unknown-convention\`.\n\n${texts.join("\n")}\n\nHow loud each rule is under them; a vault's own settings come first. Two levels are for claims made of the first word and of the second.\n\n${head}\n${rows.join("\n")}`;
}

/** A level, or those of the two words. */
function level(found: Distinction["conventions"][number]["levels"][number]): string {
  return typeof found === "object" ? found.join(" / ") : found;
}

function notes(): string {
  const rules = about().rules.filter(({ about: subject }) => subject === "notes");
  return [
    "## Rules about the notes themselves",
    "`distinguo check` and the plugin's list of diagnostics look at the notes and at the graph that they make. Where there is a safe fix, which keeps what is meant, `check --fix` makes it; all others are choices. What a fix adds is written as the vault writes: its form of links, its lists, its headings. In the examples each path stands above its note, «» stand round what is marked, and → before what the first fix makes of it.",
    ...rules.map(noteSection),
  ].join("\n\n");
}

function noteSection({ id, summary, rationale, severity }: RuleAbout): string {
  const { reported, leftAlone } = noteExamplesOf(id);
  return [
    `### ${id}`,
    `${summary} ${rationale} *${severity.charAt(0).toUpperCase()}${severity.slice(1)}.*`,
    "Reported:",
    ...reported.map(({ notes: found, fixed }) => fenced(found, fixed)),
    "Left alone:",
    ...leftAlone.map((found) => fenced(found)),
  ].join("\n\n");
}

/** Some notes as one block of text, each under its path; behind an arrow what a fix makes of them. */
function fenced(notes: NoteTexts, fixed: NoteTexts = {}): string {
  const listed = (mark: string, texts: NoteTexts) => Object.entries(texts).map(([path, text]) => `${mark}${path}\n${text.trimEnd().replace(/^(?=.)/gm, "    ")}`.trimEnd());
  return `\`\`\`\n${[...listed("", notes), ...listed("→ ", fixed)].join("\n\n")}\n\`\`\``;
}

type NoteTexts = Readonly<Record<string, string>>;
