import type { HostPage } from "../browser/host-page";
import type { ConceptGraph, NoteDiagnostics } from "../../src/core/index";
import type { TAbstractFile, TFile } from "../host/files";

/** What an index says of a vault. */
export interface Indexed {
  graph: ConceptGraph;
  check: NoteDiagnostics[];
}

/** What a test reaches of the plugin. */
interface Inside {
  engine: { graph(): Promise<ConceptGraph>; check(): Promise<NoteDiagnostics[]>; keep(): Promise<void> };
  feed: { upToDate(): Promise<void>; setAside: ReadonlyMap<string, string>; left: number; progress: { done: number; of: number; isPaused: boolean } | undefined; pause(): void; resume(): void; cancel(): void };
}

declare global {
  interface Window {
    /** The plugin as tests reach it. */
    inside: () => Inside;
    /** What the engine was asked, with how many notes. */
    asked: { method: string; notes: number; args: unknown[] }[];
  }
}

/** Lets the page reach the plugin, and write down what its engine is asked from now on. What was kept of the index is lost, so that the plugin's next start reads all notes. */
export async function lookInside(host: HostPage): Promise<void> {
  await host.page.evaluate(() => {
    window.inside = () => window.host.plugins.get("distinguo") as unknown as Inside;
    window.asked = [];
    window.host.app.saveLocalStorage("distinguo-snapshot", null);
    for (const port of [Worker.prototype, MessagePort.prototype]) {
      const post = Reflect.get(port, "postMessage");
      port.postMessage = function (this: unknown, message: unknown, ...rest: unknown[]): void {
        if (typeof message === "object" && message !== null && "method" in message && "args" in message && Array.isArray(message.args)) {
          const args: unknown[] = message.args;
          const method = String(message.method);
          const [first] = args;
          const few = method === "upsert" || !Array.isArray(first) ? args : [];
          window.asked.push({ method, notes: Array.isArray(first) ? first.length : 0, args: method === "upsert" && Array.isArray(first) ? first.map((note: { path: string; stamp: unknown }) => ({ path: note.path, stamp: note.stamp })) : few });
        }
        Reflect.apply(post, this, [message, ...rest]);
      };
    }
  });
}

/** What the index says of the vault, once it holds it as it is now. */
export function indexed(host: HostPage): Promise<Indexed> {
  return host.page.evaluate(async () => {
    await window.host.flush();
    const { engine, feed } = window.inside();
    await feed.upToDate();
    return { graph: await engine.graph(), check: await engine.check() };
  });
}

/** What an index says that is made anew, with nothing kept from before. */
export async function rebuilt(host: HostPage): Promise<Indexed> {
  await host.page.evaluate(() => window.host.app.saveLocalStorage("distinguo-snapshot", null));
  await host.reloadPlugin();
  return indexed(host);
}

/** A note about a concept, which is tied to others. */
export function conceptNote(title: string, others: readonly string[], properties = ""): string {
  return `---\n${properties}tags: [sea]\n---\n# ${title}\n\n*${title} is a thing by the sea.*\n\n## Related concepts\n\n${others.map((other) => `- [[${other}]]: they meet at ${title}.\n`).join("")}`;
}

/** Does to the vault, in the page, what people, sync and git do to one: so many acts, the same ones for the same seed. */
export async function disturb(host: HostPage, seed: number, acts: number): Promise<Record<string, number>> {
  return host.page.evaluate(async ([first, count]) => {
    const { vault, fileManager } = window.host.app;
    let state = first;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 4294967296) * limit);
    };
    const pick = <Item>(items: readonly Item[]): Item | undefined => items[below(items.length)];
    const words = ["Anchor", "Buoy", "Cove", "Dune", "Eddy", "Fjord", "Gale", "Haven", "Inlet", "Jetty", "Kelp", "Lagoon"];
    const word = (): string => `${pick(words) ?? "Anchor"}${below(4) === 0 ? ` ${below(5)}` : ""}`;
    const text = (): string => {
      const links = Array.from({ length: below(4) }, () => `- ${pick([`[[${word()}]]`, `**${word()}**`, `[${word()}](${word()}.md)`]) ?? ""}: they meet.\n`);
      const properties = pick(["", `---\naliases: [${word()}]\n---\n`, `---\ntags: [sea]\nrelated: "[[${word()}]]"\n---\n`, "---\nbroken: [\n---\n"]) ?? "";
      return `${properties}# ${word()}\n\n*It lies by the sea, near ${word()}.*\n\n## Related concepts\n\n${links.join("")}`;
    };
    const notes = (): TFile[] => vault.getMarkdownFiles();
    const folders = (): TAbstractFile[] => vault.getAllFolders();
    const folder = (): string => pick(["", "concepts/", "concepts/far/", "deep/", "deep/blue/"]) ?? "";
    const free = (path: string): boolean => vault.getAbstractFileByPath(path) === null;
    const modify = async (file: TFile | undefined): Promise<void> => { if (file) await vault.modify(file, text()); };
    const move = async (file: TAbstractFile | undefined, to: string): Promise<void> => { if (file && free(to) && !to.startsWith(`${file.path}/`)) await vault.rename(file, to); };
    const tasks: Record<string, () => Promise<unknown>> = {
      create: async () => {
        const path = `${folder()}${word()}.md`;
        if (free(path)) await vault.create(path, text());
      },
      modify: () => modify(pick(notes())),
      modifyTwice: async () => {
        const file = pick(notes());
        await modify(file);
        await modify(file);
      },
      rename: () => move(pick(notes()), `${folder()}${word()}.md`),
      changeAndRename: async () => {
        const file = pick(notes());
        await modify(file);
        await move(file, `${folder()}${word()}.md`);
        await modify(file);
      },
      changeCase: async () => {
        const file = pick(notes());
        if (!file) return;
        const name = file.basename === file.basename.toLowerCase() ? file.basename.toUpperCase() : file.basename.toLowerCase();
        await move(file, file.path.slice(0, -file.name.length) + `${name}.md`);
      },
      overwrite: async () => {
        const [from, to] = [pick(notes()), pick(notes())];
        if (!from || !to || from === to) return;
        const { path } = to;
        vault.drop(to);
        await vault.rename(from, path);
      },
      swap: async () => {
        const [one, other] = [pick(notes()), pick(notes())];
        if (!one || !other || one === other) return;
        const [a, b] = [one.path, other.path];
        await vault.rename(one, "between.md");
        await vault.rename(other, a);
        await vault.rename(one, b);
      },
      renameFolder: () => move(pick(folders()), pick(["concepts", "deep", "concepts/far", "deep/blue", "high", "high/dry"]) ?? "low"),
      becomeOther: async () => {
        const file = pick(notes());
        if (!file) return;
        const path = file.path.replace(/md$/, "txt");
        await move(file, path);
        if (below(2) === 0) await move(file, path.replace(/txt$/, "md"));
      },
      delete: async () => {
        const file = pick(notes());
        if (file && notes().length > 20) await fileManager.trashFile(file);
      },
      deleteFolder: async () => {
        const gone = pick(folders());
        if (gone && notes().length > 40) await fileManager.trashFile(gone);
      },
      many: async () => {
        for (const file of notes().slice(0, below(40))) await modify(file);
      },
    };
    const usual = ["create", "create", "create", "modify", "modify", "rename", "rename"];
    const done: Record<string, number> = {};
    for (let act = 0; act < count; act++) {
      const name = pick([...usual, ...Object.keys(tasks)]) ?? "modify";
      await tasks[name]?.();
      done[name] = (done[name] ?? 0) + 1;
      const wait = pick([0, 0, 0, 1, 5, 20, 20]) ?? 0;
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      // Now and then the changes rest for long enough to be read, and the next act comes in between.
      if (below(25) === 0) await new Promise((resolve) => setTimeout(resolve, 395 + below(15)));
    }
    return done;
  }, [seed, acts] as const);
}

/** Has texts come a moment after they were read, as from a disk: what changes meanwhile makes them old. */
export async function slowDisk(host: HostPage): Promise<void> {
  await host.page.evaluate(() => {
    const { vault } = window.host.app;
    let reads = 0;
    vault.cachedRead = async (file) => {
      const text = vault.adapter.readNow(file.path);
      await new Promise((resolve) => setTimeout(resolve, (++reads * 37) % 150));
      return text;
    };
  });
}
