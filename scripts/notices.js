// The notices that the licences of bundled packages ask for, as one comment at the head of a bundle.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the package that a bundled file belongs to, or undefined for a file of our own. */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** The copyright lines of a package, from its licence file; else its author. */
function copyright(folder, { author }) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const lines = file ? readFileSync(join(folder, file), "utf8").match(/^.*\bCopyright\b.*\d{4}.*$|^.*Copyright (?:\(c\)|©).*$/gim) : null;
  const holders = lines ?? [`Copyright ${typeof author === "object" ? author.name : author}`];
  return [...new Set(holders.map((line) => line.replace(/[<(](?:https?:|[^\s>]+@)[^>)]*[>)]/g, "").trim()))].join("; ");
}

/**
 * A comment that names the packages whose files went into a bundle, by licence and copyright line, and gives the
 * words of the two licences that they are under. Throws where a package is under another one: then read it.
 * @param {Iterable<string>} files paths of bundled files
 */
export function notices(files) {
  const groups = new Map();
  for (const folder of [...new Set([...files].map(packageFolder).filter(Boolean))].sort()) {
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (!["MIT", "ISC"].includes(about.license)) throw new Error(`${about.name} is under ${about.license}: scripts/notices.js knows MIT and ISC`);
    const holder = `${about.license}, ${copyright(folder, about)}`;
    groups.set(holder, [...(groups.get(holder) ?? []), about.name]);
  }
  const rows = [...groups].map(([holder, names]) => `${holder}: ${names.join(", ")}`);
  const licences = [...new Set([...groups.keys()].map((holder) => (holder.startsWith("MIT") ? mit : isc)))];
  const text = ["Distinguo, MIT, Copyright (c) 2026 The Distinguo authors. It holds parts of the packages named after each line:", ...rows, "", ...licences];
  return `/*!\n${text.join("\n").replaceAll("*/", "* /")}\n*/\n`;
}

const asIs = "THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.";
const mit = `MIT: Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software. ${asIs}`;
const isc = "ISC: Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies. THE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.";
