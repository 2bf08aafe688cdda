/** Repeats a piece up to a size in UTF-16 units. */
const filled = (piece, size) => piece.repeat(Math.floor(size / piece.length));

const repeated = (piece, head = "") => (size) => head + filled(piece, size - head.length);

/** Each line within one list or quote more than the line before, as deep as the size allows. */
function nested(mark, word) {
  return (size) => {
    const lines = [];
    for (let depth = 0, length = 0; length < size; depth += 1) {
      const line = `${mark.repeat(depth % 400)}${word}`;
      lines.push(line);
      length += line.length + 1;
    }
    return lines.join("\n");
  };
}

/** Pieces that count up, such as headings of which no two are alike. */
function numbered(piece, head = "") {
  return (size) => {
    const pieces = [head];
    for (let at = 0, length = head.length; length < size; at += 1) {
      const next = piece.replaceAll("#N", at);
      pieces.push(next);
      length += next.length;
    }
    return pieces.join("");
  };
}

const related = "## Related Concepts\n\n";

/** Notes that no one writes, and that are hard on those who read concepts. */
export const hostileToRead = [
  ["related items", numbered("- [[mill #N]]: takes its water from weir #N\n", related)],
  ["related items without links", numbered("- **Mill #N**: takes its water from weir #N\n", related)],
  ["related items, all the same", repeated("- [[mill]]: takes its water from the weir\n", related)],
  ["related items on one line", numbered("[[mill #N]], ", `${related}- `)],
  ["deep related items", (size) => related + nested("  ", "- [[mill]]")(size)],
  ["related headings", repeated("## Related\n\n- mill\n\n")],
  ["headings X vs Y", numbered("## Mill #N vs. Weir #N\n\nOne turns.\n\n")],
  ["uses", numbered("### Mills in Weir #N\n\n", "## Uses of mills\n\n")],
  ["references", numbered("- [a](https://mill#N.example)\n", "## References\n\n")],
  ["mentions on one line", numbered("as [[mill #N]] tells ")],
  ["tags", numbered("#mill#N ")],
  ["properties", numbered("mill#N: [[weir]]\n", "---\n") ],
  ["a property of many links", (size) => `${numbered('  - "[[mill #N]]"\n', "---\nrelated:\n")(size)}---\n`],
  ["a property of many texts, all the same", (size) => `${repeated("  - mill\n", "---\naliases:\n")(size)}---\n`],
  ["aliases", (size) => `${numbered("  - Mill #N\n", "---\naliases:\n")(size)}---\n`],
  ["definitions of links", numbered("[mill#N]: weir#N.md\n\nAs [mill#N] tells.\n\n")],
  ["raw spaces in links", numbered("[mill](concepts/the mill #N.md) ")],
];

/** Notes that no one writes, by name: each is made for a size in UTF-16 units. */
export const hostileNotes = [
  ["one line", repeated("the distributed sheds keep many copies of the data and nobody owns them ")],
  ["one line of sentences", repeated("The sheds are distributed, so nobody owns them. ")],
  ["pairs: distributed (decentralized", repeated("distributed (decentralized ")],
  ["pairs, closed", repeated("distributed (decentralized) ")],
  ["no spaces", repeated("distributeddecentralized")],
  ["no spaces, hyphens", repeated("distributed-decentralized-")],
  ["deep lists", nested("  ", "- distributed")],
  ["deep quotes", nested("> ", "distributed")],
  ["deep brackets", (size) => `${"[".repeat(size / 2)}distributed${"]".repeat(size / 2)}`],
  ["parentheses between words", repeated(`distributed ${"( ".repeat(300)}decentralized ${"( ".repeat(300)}`)],
  ["deep parentheses", (size) => `${"(".repeat(size / 2)}distributed${")".repeat(size / 2)}`],
  ["headings", repeated("# distributed\n\n")],
  ["headings without a word", repeated("# shed\n\n", "distributed\n\n")],
  ["list markers", repeated("- ", "distributed\n")],
  ["empty items", repeated("-\n", "distributed\n")],
  ["items", repeated("- distributed\n")],
  ["quotation marks", repeated("distributed \" ")],
  ["emphasis marks", repeated("*", "distributed ")],
  ["emphasis around words", repeated("**distributed _and ")],
  ["underscores", repeated("_distributed_ __")],
  ["links", repeated("[distributed](a.md) ")],
  ["links beside pairs", repeated("[shed](a.md) distributed (decentralized).\n\n")],
  ["links that nothing closes", repeated("[distributed](")],
  ["wiki links", repeated("[[distributed|decentralized]]")],
  ["wiki links that nothing closes", repeated("[[distributed|")],
  ["backticks", repeated("`distributed ``")],
  ["one table row", repeated("| distributed ")],
  ["a table", repeated("| distributed | decentralized |\n", "| a | b |\n|---|---|\n")],
  ["words with commas", repeated("distributed, ")],
  ["reasons", repeated("because distributed so ")],
  ["opposites", repeated("distributed not centralized, ")],
  ["opposites, no commas", repeated("decentralized concentrated ")],
  ["colons", repeated("distributed: ")],
  ["full stops", repeated("distributed. ")],
  ["full stops without a word", repeated("e.g. a. B. ", "distributed ")],
  ["fences that nothing closes", repeated("```\ndistributed\n")],
  ["HTML comments that nothing closes", repeated("distributed <!--\n")],
  ["comments that nothing closes", repeated("distributed %%\n")],
  ["tags that nothing closes", repeated("distributed <a b=\"")],
  ["math that nothing closes", repeated("distributed $a ")],
  ["front matter that nothing closes", repeated("distributed: a\n", "---\n")],
  ["addresses", repeated("http://distributed.a/b ")],
  ["paths", repeated("distributed/a-b.c/")],
  ["entities", repeated("distributed &amp;")],
  ["backslashes", repeated("distributed \\")],
  ["line breaks", repeated("\n", "distributed")],
  ["spaces", repeated(" ", "distributed")],
  ["lines of one word", repeated("distributed\n")],
  ["suppressions", repeated("%% distinguo-ignore-next-line equated %%\ndistributed (decentralized)\n\n")],
  ["suppressions that nothing ends", (size) => `${filled("%% distinguo-disable equated %%\n", size / 2)}${filled("%% distinguo-enable inferred %%\n", size / 2)}distributed\n`],
];
