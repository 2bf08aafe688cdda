import fc from "fast-check";
import { expect, it } from "vitest";
import type { LinkStyle } from "../../src/core/index";
import { changedBy, type Notes } from "./checks-fixed";
import { vault } from "./small-vault";

const names = ["ebb", "flood", "Spring tide", "neap-tide", "mill (water)", "Ünïque", "50% sand", "lock & weir", "a/b's", "sea"];
const name = fc.constantFrom(...names);
const folder = fc.constantFrom("concepts/", "concepts/deep er/", "", "log/");

/** One link, in one of the shapes that people write. */
const link = fc.tuple(name, fc.constantFrom("wiki", "alias", "markdown", "spaced", "angle", "absent", "elsewhere"), folder).map(([to, shape, at]) => {
  const file = to.replace("/", " ");
  if (shape === "wiki") return `[[${file}]]`;
  if (shape === "alias") return `[[${at}${file}|the ${to.toUpperCase()}]]`;
  if (shape === "markdown") return `[${to}](${encodeURI(`${at}${file}.md`)})`;
  if (shape === "spaced") return `[${to}](${at}${file}.md)`;
  if (shape === "angle") return `[*${to}*](<${at}${file}.md#Uses>)`;
  return shape === "absent" ? `[[no such ${file}]]` : `[${to}](old/${encodeURI(file)}.md)`;
});

const item = fc.tuple(fc.constantFrom("- ", "* ", "1. ", "  - ", "- [ ] "), fc.oneof(link, link.map((one) => `**${one}**`), name, name.map((one) => `**${one}**`), name.map((one) => `${one}s`), fc.constant("Nothing known")), fc.constantFrom(": moves it", " - moves it", " — is [like] it", "", "\n  and goes on")).map((parts) => parts.join(""));
const list = fc.array(item, { maxLength: 4 }).map((items) => items.join("\n"));
const head = fc.constantFrom("## Related concepts", "### See also", "Related\n-------", "## [[sea|Related]]");
const body = fc.array(fc.oneof(fc.constant("It moves."), link.map((one) => `Like ${one}.`), fc.constant("A long line of words, and more of them to come.\n---"), fc.constant("## Uses"), fc.constant("%% distinguo-ignore-next-line self-relation %%"), fc.constant("```\ncode")), { maxLength: 3 });
const properties = fc.array(fc.constantFrom("type: concept", "tags: [coast, sea]", "aliases: [water, \"#Sea\"]", "broader: \"[[sea]]\"", "publish: true", "description: Something."), { maxLength: 3 }).map((lines) => [...new Map(lines.map((line) => [line.split(":")[0], line])).values()]);

const source = fc.tuple(properties, body, fc.option(fc.tuple(head, list)), body, fc.constantFrom("\n", "\r\n"), fc.boolean()).map(([keys, before, related, after, lineBreak, isEnded]) => {
  const front = keys.length > 0 ? `---\n${keys.join("\n")}\n---\n` : "";
  const text = front + [...before, ...(related ? [related.join("\n\n")] : []), ...after].join("\n\n") + (isEnded ? "\n" : "");
  return text.replaceAll("\n", lineBreak);
});
const notes = fc.uniqueArray(fc.tuple(folder, name, source), { minLength: 1, maxLength: 6, selector: ([at, to]) => at + to }).map((all): Notes => Object.fromEntries(all.map(([at, to, text]) => [`${at}${to.replace("/", " ")}.md`, text])));
const style: fc.Arbitrary<Partial<LinkStyle>> = fc.oneof(fc.constant({}), fc.record({ form: fc.constantFrom("wiki", "markdown"), path: fc.constantFrom("shortest", "relative", "absolute"), spaces: fc.constantFrom("percent", "angle") }));

/** The rules whose fixes let a name lead somewhere; and what that may bring to light, since whatever names it is a relation now. */
const openers = ["unresolved-link", "undefined-concept", "tag-without-concept"];
const brought = ["one-way-relation", "duplicate-relation", "self-relation", "unlinked-label", "disconnected-island", "orphan-concept", "missing-definition", "hierarchy-cycle", "hierarchy-shortcut"];

it("a fix settles what it was offered for, and brings nothing new", () => {
  const offered = new Map<string, number>();
  fc.assert(
    fc.property(notes, style, (before, links) => {
      const found = vault(before).check(links).flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => ({ path, ...diagnostic })));
      const count = (all: readonly { rule: string }[]) => all.reduce((by, { rule }) => by.set(rule, (by.get(rule) ?? 0) + 1), new Map<string, number>());
      const had = count(found);
      for (const { path, rule, fixes } of found) {
        for (const fix of fixes) {
          offered.set(rule, (offered.get(rule) ?? 0) + 1);
          const after = { ...before, ...changedBy(fix, path, before) };
          const left = vault(after).check(links).flatMap(({ diagnostics }) => diagnostics);
          const now = count(left);
          const told = () => `${rule}: ${fix.title}\n${JSON.stringify(fix)}\n${JSON.stringify(left.map((one) => [one.rule, one.message]))}`;
          expect(now.get(rule) ?? 0, told()).toBeLessThan(had.get(rule) ?? 0);
          for (const [other, times] of now) if (!openers.includes(rule) || !brought.includes(other)) expect(times, `${other} after ${told()}`).toBeLessThanOrEqual(had.get(other) ?? 0);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(offered.size).toBeGreaterThan(5);
});

it("the links of what a fix inserts are where it says they are, and lead where it says", () => {
  fc.assert(
    fc.property(notes, style, (before, links) => {
      for (const { path, diagnostics } of vault(before).check(links)) {
        for (const fix of diagnostics.flatMap(({ fixes }) => fixes)) {
          const all = [{ path, edits: fix.edits }, ...(fix.elsewhere ?? [])].flatMap(({ path: at, edits }) => edits.flatMap(({ insert, links: drafts = [] }) => drafts.map((draft) => ({ at, draft, text: insert.slice(draft.from, draft.to) }))));
          for (const { at, draft, text } of all) {
            const probe = `${at.slice(0, at.lastIndexOf("/") + 1)}probe.md`;
            const after = { ...before, ...Object.fromEntries((fix.creates ?? []).map((note) => [note.path, note.text])), [probe]: `---\ntype: concept\n---\n## Related\n\n- ${text}\n` };
            const [relation] = vault(after).graph().relations.filter((one) => one.source === probe && one.kind === "related");
            expect([text, relation?.target, relation?.written]).toEqual([text, draft.path, "link"]);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});
