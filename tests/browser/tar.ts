/** Reads a tar archive: just enough for the archives of @sparticuz/chromium (plain files, short names). */
export function* tarEntries(archive: Buffer): Generator<{ name: string; body: Buffer }> {
  for (let at = 0; at + 512 <= archive.length;) {
    const field = (from: number, length: number): string => archive.toString("latin1", at + from, at + from + length).replace(/\0[\s\S]*$/, "");
    const name = field(0, 100);
    if (name === "") return;
    const size = parseInt(field(124, 12), 8);
    const type = field(156, 1);
    if (type === "" || type === "0") yield { name, body: archive.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
