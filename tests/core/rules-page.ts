import { about } from "../../src/core/index";
import { distinctions } from "../../src/core/distinctions/index";
import type { Distinction } from "../../src/core/distinctions/distinction";
import { proseRules, rulesOf } from "../../src/core/rules/index";
import type { Rule } from "../../src/core/rules/rule";
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
| a note, some rules | the property \`distinguo-ignore: [equated]\` |
| a note, all rules | the property \`distinguo: false\` |

HTML comments (\`<!-- distinguo-disable -->\`) work as well. Without a rule's name all rules are meant. A suppression that suppresses nothing is reported as a hint, \`unused-suppression\`, so that none is left behind.`;

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
  const rows = about().rules.filter(({ about: subject, id }) => subject === "notes" || id === "unused-suppression");
  return `## Rules about the notes themselves\n\n| rule | reports | severity |\n| --- | --- | --- |\n${rows.map(({ id, summary, severity }) => `| \`${id}\` | ${summary} | ${severity} |`).join("\n")}`;
}
