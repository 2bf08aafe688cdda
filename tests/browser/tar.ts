/** Reads a tar archive: just enough for those of @sparticuz/chromium and of GNU tar (plain files, with long names). */
export function* tarEntries(archive: Buffer): Generator<{ name: string; body: Buffer }> {
  let longName = "";
  for (let at = 0; at + 512 <= archive.length;) {
    const field = (from: number, length: number): string => archive.toString("utf8", at + from, at + from + length).replace(/\0[\s\S]*$/, "");
    const name = field(0, 100);
    if (name === "") return;
    const size = parseInt(field(124, 12), 8);
    const type = field(156, 1);
    const body = archive.subarray(at + 512, at + 512 + size);
    if (type === "" || type === "0") yield { name: longName || name, body };
    // Such an entry holds the name of the next one.
    longName = type === "L" ? body.toString("utf8").replace(/\0[\s\S]*$/, "") : "";
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
