import type { HostPage } from "../browser/host-page";

interface Fed {
  engine: { upsert(notes: unknown[]): Promise<unknown> };
  feed: { progress: object | undefined; trigger(name: string): void };
}

/**
 * Gives the plugin's index concepts that are in no file: so many, with so many relations, most of them within groups. The same at
 * each call. The host would take minutes to read such a vault; the index is filled by the engine's own door.
 */
export async function feedConcepts(host: HostPage, count: number, relations: number, groups: number): Promise<void> {
  await host.page.evaluate(async ([many, ties, parts]) => {
    const plugin = window.host.plugins.get("distinguo") as unknown as Fed;
    // What the index is filled with first takes the place of all that it was told before.
    while (plugin.feed.progress) await new Promise((resolve) => setTimeout(resolve, 20));
    let seed = 7;
    const below = (limit: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 4294967296) * limit);
    };
    const words = ["Harbour", "Ledger", "Orchard", "Ferry", "Quorum", "Lantern", "Meadow", "Archive", "Guild", "Beacon", "Granary", "Weir", "Almanac", "Commons", "Bridge"];
    const name = (number: number): string => `${words[number % words.length] ?? ""} ${number}`;
    const each = Math.floor(many / parts);
    const note = (number: number): unknown => {
      const own = Math.floor(((number + 1) * ties) / many) - Math.floor((number * ties) / many);
      const group = number % parts;
      const lines = Array.from({ length: own }, () => {
        const other = below(100) < 80 ? group + parts * Math.floor(each * (below(1000) / 1000) ** 2) : below(many);
        return `- [[${name(Math.min(many - 1, other))}]]: they are met together.`;
      });
      return { path: `concepts/${name(number)}.md`, source: `# ${name(number)}\n\n*A thing of its own.*\n\n## Related concepts\n\n${lines.join("\n")}\n`, frontMatter: { from: 0, to: 0, properties: {}, problem: undefined } };
    };
    for (let at = 0; at < many; at += 100) await plugin.engine.upsert(Array.from({ length: Math.min(100, many - at) }, (_, index) => note(at + index)));
    plugin.feed.trigger("changed");
  }, [count, relations, groups] as const);
}
