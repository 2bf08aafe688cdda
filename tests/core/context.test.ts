import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyEdits, defaultConfig, lint, noteSource } from "../../src/core/index";
import { lintText, marked } from "./note";

/** What is reported of a note, word by word in front of its rule and severity. */
const said = (text: string) => lintText(text).map(({ rule, severity, from, to }) => `${text.slice(from, to)}: ${rule} ${severity}`);

const placesMeant = (word: string, severity = "warning") => `${word}: decentralized-for-distributed ${severity}`;
const controlMeant = (word: string, severity = "warning") => `${word}: distributed-for-decentralized ${severity}`;

describe("a heading and the sentence below it", () => {
  test.each([
    ["## Decentralized\n\nEvery book is copied to shelves in five towns.", placesMeant("Decentralized")],
    ["# Distributed\n\nEvery ward has a vote, and no ministry can overrule it.", controlMeant("Distributed")],
    ["### Why it is decentralized\n\nThe songs are kept on forty servers in nine cities.", placesMeant("decentralized")],
    ["## What is decentralization?\n\nKeeping the seeds in many sheds in several villages.", placesMeant("decentralization")],
    ["## 3. Fully distributed\n\nNobody is in charge of the pumps, and no mayor has a veto.", controlMeant("distributed")],
    ["Decentralised\n=============\n\nBackups of the patients' files lie in three data centres.", placesMeant("Decentralised")],
    ["## Our grid is decentralized\n\nPanels stand on hundreds of roofs in four towns.", placesMeant("decentralized")],
    ["**Distributed**\n\nNo single hospital owns the records.", controlMeant("Distributed")],
    ["> [!info] Distributed\n> No company owns the seed bank.", controlMeant("Distributed")],
    ["## How is the clinic distributed?\n\nThe nurses decide together, and no director can overrule them.", controlMeant("distributed")],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    ["a thing in the heading", "## Decentralized storage\n\nPhotos are kept on many disks in several towns.", placesMeant("Decentralized", "hint")],
    ["a list below it", "## Distributed\n\n- Nobody owns the orchard.\n- It is green.", controlMeant("Distributed", "hint")],
    ["what others say", "## Distributed\n\nThey say that nobody owns the orchard.", controlMeant("Distributed", "hint")],
    ["a part of a comparison", "## Distributed vs. decentralized\n\n### Decentralized\n\nCopies lie in three towns.", placesMeant("Decentralized", "hint")],
    ["more about it in the heading", "## Distributed by design\n\nNo single hospital owns the records.", controlMeant("Distributed", "hint")],
  ])("%s makes a hint", (_, text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    "## Decentralized\n\nThe members decide what is grown.",
    "## Distributed\n\nThe shelves stand in nine villages.",
    "## Decentralized\n\nThe archive opens at nine.",
    "## Decentralized\n\nCopies lie in three towns. No ministry owns them.",
    "## Decentralized\n\nCopies lie in three towns.\n\nThe readers vote on what is bought.",
    "## Decentralized\n\nIt is not about copies on many servers.",
    "## Where our decentralized gardens are\n\nThey lie in five towns.",
    "## Our decentralized clinics\n\nThe clinics stand in five towns.",
    "## Distributed governance\n\nThe members vote on everything.",
    "## Decentralized finance\n\nThe services run on thousands of machines.",
    "## Decentralized or distributed?\n\nCopies lie in three towns.",
    "## Not decentralized\n\nCopies lie in three towns.",
    "## Is it distributed?\n\nNobody has counted the sheds.",
    "## Distribution\n\nNobody owns the leaflets that we hand out.",
    "## Decentralized\n\n### Roofs\n\nPanels stand on hundreds of roofs.",
    "- Decentralized\n- Panels on hundreds of roofs",
  ])("left alone: %s", (text) => {
    expect(said(text)).toEqual([]);
  });

  test("the word is marked in the heading, the evidence below it", () => {
    const text = "## Decentralized\n\nEvery **book** is copied to shelves in [five towns](towns.md).";
    const [found] = lintText(text);
    expect(marked(text, found?.evidence ?? [])).toContain("in [five towns");
    expect(found?.message).toContain("“Decentralized” stands for who decides");
  });

  test("a choice settles it", () => {
    const text = "## Decentralized\n\nEvery book is copied to shelves in five towns.";
    const [found] = lintText(text);
    expect(found?.fixes.length).toBeGreaterThan(1);
    for (const { edits } of found?.fixes ?? []) expect(said(applyEdits(text, edits))).toEqual([]);
  });

  test("a sentence is reported once, as what is surest of it", () => {
    expect(said("## Decentralization means redundancy\n\nCopies of the songs lie in three towns.")).toEqual([placesMeant("Decentralization")]);
  });
});

describe("a label and its gloss", () => {
  test.each([
    ["- **Decentralized** — each file is copied to five servers.", placesMeant("Decentralized")],
    ["- Distributed: nobody owns the well", controlMeant("Distributed")],
    ["Decentralized storage\n: files lie on many disks", placesMeant("Decentralized")],
    ["**Distributed.** No one is in charge of the choir.", controlMeant("Distributed")],
    ["Distributed - nobody has the last word", controlMeant("Distributed")],
    ["1. *Decentralised*: the seeds are kept in nine villages", placesMeant("Decentralised")],
    ["- ✅ **Decentralized** – copies in three towns", placesMeant("Decentralized")],
    ["- **Distributed garden:** every gardener has a vote.", controlMeant("Distributed")],
    ["- [Decentralized](decentralized.md): each map is copied to five servers.", placesMeant("Decentralized", "hint")],
    ["| Word | Meaning |\n| --- | --- |\n| **Distributed** | No single owner, and every nurse has a say |", controlMeant("Distributed")],
    ["| No. | Word | Meaning |\n| --- | --- | --- |\n| 1 | Decentralized | Copies in three towns |", placesMeant("Decentralized")],
    ["| Kind | How |\n| --- | --- |\n| Distributed guild | No one has the last word |", controlMeant("Distributed", "hint")],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    "- **Decentralized**: the villagers decide together",
    "- **Distributed**: the panels stand on hundreds of roofs",
    "## Related\n\n- [Decentralized](decentralized.md): each map is copied to five servers.",
    "## See also\n\n- **Decentralized** — each file is copied to five servers.",
    "- **Decentralized**: copies in three towns, owned by nobody",
    "- **Decentralized finance**: loans without a bank",
    "| Word | Meaning | Note |\n| --- | --- | --- |\n| Decentralized | Copies in three towns | Nobody owns it |",
    "| Decentralized | Copies in three towns |\n| --- | --- |\n| yes | no |",
    "| Word | Meaning |\n| --- | --- |\n| Decentralized | |\n| Copies in three towns | x |",
    "- **Decentralized**: [ask Maria]",
  ])("left alone: %s", (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe("two labels of one comparison", () => {
  const crossed = (word: string, severity = "warning") => `${word}: crossed-opposites ${severity}`;

  test.each([
    ["| Trait | Centralized | Distributed |\n| --- | --- | --- |\n| shelves | one | many |", crossed("Distributed")],
    ["| Centralized clinics | Distributed clinics |\n| --- | --- |\n| one | many |", crossed("Distributed")],
    ["| Distributed | Centralised |\n| :-- | --: |\n| many | one |", crossed("Distributed")],
    ["| | **Centralized** grid | *Distributed* grids |\n|---|---|---|\n| Cost | low | high |", crossed("Distributed")],
    ["| Trait | Concentrated | Decentralized |\n| --- | --- | --- |\n| barns | one | many |", crossed("Decentralized")],
    ["| | Bank | Guild |\n| --- | --- | --- |\n| Ledger | centralized | distributed |", crossed("distributed")],
    ["### Centralized gardens\n\nOne shed.\n\n#### Cost\n\nLow.\n\n### Distributed gardens\n\nMany sheds.", crossed("Distributed")],
    ["## 1. Centralized\n\nOne choir.\n\n## 2. Distributed\n\nMany choirs.", crossed("Distributed")],
    ["## How centralized clinics work\n\nSlowly.\n\n## How distributed clinics work\n\nWell.", crossed("distributed")],
    ["| Trait | Centralized guild | Distributed archive |\n| --- | --- | --- |\n| rooms | one | many |", crossed("Distributed", "hint")],
    ["| Trait | Centralized servers | Distributed servers |\n| --- | --- | --- |\n| rooms | one | many |", crossed("Distributed", "hint")],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test.each([
    "| Trait | Centralized | Decentralized |\n| --- | --- | --- |\n| shelves | one | many |",
    "| Trait | Concentrated | Distributed |\n| --- | --- | --- |\n| shelves | one | many |",
    "| Trait | Centralized | Decentralized | Distributed |\n| --- | --- | --- | --- |\n| shelves | one | few | many |",
    "| Centralized | Distributed | Decentralized |\n| --- | --- | --- |\n| one | many | few |",
    "| Tool | Use |\n| --- | --- |\n| Centralized lamp | Distributed grid |",
    "## Decentralized\n\nFew.\n\n## Centralized\n\nOne.\n\n## Distributed\n\nMany.",
    "| Centralized | Trait | Distributed |\n| --- | --- | --- |\n| one | shelves | many |",
    "| Trait | Distributed | Cost |\n| --- | --- | --- |\n| Centralized | one | many |",
    "| | Bank | Guild |\n| --- | --- | --- |\n| Ledger | centralized | decentralized |\n| Shelves | concentrated | distributed |",
    "## Centralized\n\nOne.\n\n## Decentralized\n\nFew.\n\n## Distributed\n\nMany.",
    "## Centralized logging\n\nOne.\n\n## Distributed tracing\n\nMany.",
    "## Barns\n\n### Centralized\n\nOne.\n\n## Mills\n\n### Distributed\n\nMany.",
    "## Centralized\n\nOne.\n\n## Cost\n\nLow.\n\n## Distributed\n\nMany.",
    "# Centralized\n\nOne.\n\n## Distributed\n\nMany.",
  ])("left alone: %s", (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    ["| Trait | Centralized | Distributed |\n| --- | --- | --- |\n| shelves | one | many |", ["| Trait | Concentrated | Distributed |", "| Trait | Centralized | Decentralized |"]],
    ["## Centralized gardens\n\nThey are old.\n\n## Distributed gardens\n\nThey are young.", ["## Concentrated gardens", "## Decentralized gardens"]],
  ])("a choice of either word settles %s", (text, expected) => {
    const [found] = lintText(text);
    const chosen = found?.fixes.map(({ edits }) => applyEdits(text, edits)) ?? [];
    for (const line of expected) expect(chosen.some((changed) => changed.includes(line)), line).toBe(true);
    for (const changed of chosen) expect(said(changed)).toEqual([]);
  });

  test("both labels are marked as evidence", () => {
    const text = "| Trait | Centralized | Distributed |\n| --- | --- | --- |\n| shelves | one | many |";
    const [found] = lintText(text);
    expect(marked(text, found?.evidence ?? [])).toEqual(["Centralized", "Distributed"]);
  });
});

describe("one noun, now with the one word and now with the other", () => {
  const slid = (word: string) => `${word}: equated hint`;

  test.each([
    ["Our decentralized gardens grow beans.\n\nIn June we visit a distributed garden.", "distributed"],
    ["The distributed library lends books. The decentralized library lends tools.", "decentralized"],
    ["## Decentralized clinics\n\nNurses run them.\n\nA distributed clinic opens at nine.", "distributed"],
    ["- A decentralised mill grinds rye.\n- A distributed mill grinds oats.", "distributed"],
    ["Every decentralized choir rehearses in spring.\n\n> [!tip] Songs\n> A distributed choir sings by post.", "distributed"],
    ["Distributed batteries are cheap by now.\n\nIt rained.\n\nWe tried decentralized batteries too.", "decentralized"],
    ["A decentralized forum is quiet. Distributed forums are loud. Our decentralized forum sleeps.", "Distributed"],
    ["The decentralized seed bank, where no ministry rules, is old.\n\nA distributed seed bank is young.", "distributed"],
    ["Our decentralized gardens grow beans. This means that they need poles.\n\nIn June we visit a distributed garden.", "distributed"],
  ])("%s", (text, word) => {
    expect(said(text)).toEqual([slid(word)]);
  });

  test.each([
    "Our decentralized gardens grow beans.\n\n## June\n\nWe visit a distributed garden.",
    "Our decentralized gardens grow beans.\n\nWe visit a distributed orchard.",
    "Our decentralized gardens grow beans. A distributed garden stands in nine villages.",
    "Our decentralized gardens grow beans. A distributed garden differs from them.",
    "The garden is both distributed and decentralized. A decentralized garden is old. A distributed garden is young.",
    "# Decentralized vs. distributed gardens\n\nA decentralized garden is old. A distributed garden is young.",
    "A decentralized database is old. A distributed database is young.",
    "A decentralized ledger is old. A distributed ledger is young.",
    "A decentralized exchange is old. We own a distributed one.",
    "Decentralized governance is old. Distributed governance is young.",
    "A decentralized garden is old. Leaflets are distributed in the garden.",
    "A decentralized garden is old. A centralized garden is young.",
    "A geographically distributed garden is old. A decentralized garden is young.",
    "A “decentralized garden” is old. A distributed garden is young.",
  ])("left alone: %s", (text) => {
    expect(said(text)).toEqual([]);
  });

  test("one of the words for both settles it", () => {
    const text = "Our decentralized gardens grow beans.\n\nIn June we visit a distributed garden.";
    const [found] = lintText(text);
    const chosen = found?.fixes.map(({ edits }) => applyEdits(text, edits)) ?? [];
    expect(chosen).toContain(text.replace("distributed", "decentralized"));
    for (const changed of chosen) expect(said(changed)).toEqual([]);
  });

  test("both uses are marked, and it is asked whether they are one", () => {
    const text = "Our decentralized gardens grow beans.\n\nIn June we visit a distributed garden.";
    const [found] = lintText(text);
    expect(marked(text, found?.evidence ?? [])).toEqual(["decentralized", "distributed"]);
    expect(found?.message).toContain("“decentralized” before and “distributed” here");
    expect(found?.question).toMatch(/same thing.*\?$/);
  });

  test.each([["concepts/distributed.md", ""], ["concepts/words.md", "---\naliases: [Decentralization]\n---\n"]])("the note on a word itself, %s, may use both", (path, head) => {
    const text = `${head}Our decentralized gardens grow beans.\n\nIn June we visit a distributed garden.`;
    expect(lint(noteSource(path, text, () => ({ aliases: ["Decentralization"] })), defaultConfig)).toEqual([]);
  });

  const folder = "../shared/seeds";
  const essay = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith("002")) : undefined;
  test.skipIf(essay === undefined)("the third seed slides once, from one kind of teachers to the other", () => {
    const text = readFileSync(`${folder}/${essay ?? ""}`, "utf8");
    const found = lintText(text).filter(({ message }) => message.includes("with the same noun"));
    expect(found.map(({ severity, from }) => [severity, text.slice(from, from + 20)])).toEqual([["hint", "distributed teachers"]]);
  });
});

test("a note of nothing but labels is read to its end", () => {
  const text = "## Decentralized\n\nCopies in three towns.\n\n| Centralized | Distributed |\n| --- | --- |\n| many | one |\n\n".repeat(50);
  expect(lintText(text)).toHaveLength(100);
});
