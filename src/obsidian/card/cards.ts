import { Component, parseYaml, type App } from "obsidian";
import { noteSource, shortestPath, type About, type Diagnostic, type Fix } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { openNote } from "../open-note";
import { addConceptLinks, addIgnore, buildCard } from "./card";
import { CardPopover, type Anchor } from "./popover";

/** One diagnostic as it is to be shown, and what its buttons do. */
export interface CardRequest {
  anchor: Anchor;
  path: string;
  diagnostic: Diagnostic;
  /** The text that the diagnostic's offsets count in. */
  text: string;
  choose: (fix: Fix) => void;
}

/** Opens cards for the editor and reading view alike. */
export class Cards extends Component {
  readonly popover: CardPopover;
  private about: About | undefined;

  constructor(
    private readonly app: App,
    private readonly engine: RemoteEngine,
    /** Has a phrase ignored in all notes. */
    private readonly ignoreEverywhere: (phrase: string) => Promise<void>,
  ) {
    super();
    this.popover = this.addChild(new CardPopover());
  }

  override onload(): void {
    // What the card hangs on may be gone.
    this.registerEvent(this.app.workspace.on("file-open", () => this.popover.close()));
    this.registerEvent(this.app.workspace.on("layout-change", () => this.popover.place()));
  }

  /** Opens a card; the links to the vault's own notes, and the button to ignore it, follow when the engine has answered. */
  async show(request: CardRequest, how: "hover" | "focus" | "tap"): Promise<void> {
    this.about ??= await this.engine.about();
    const { about } = this;
    const { anchor, path, diagnostic, text } = request;
    const choose = (fix: Fix): void => {
      this.popover.close();
      request.choose(fix);
    };
    let content: HTMLElement | undefined;
    this.popover.open(
      anchor,
      (el) => {
        content = el;
        buildCard(el, {
          diagnostic,
          text,
          about,
          choose,
        });
      },
      how,
    );
    const distinction = about.conventions.find(({ id }) => id === diagnostic.convention)?.distinction;
    const terms = about.terms.filter((term) => term.distinction === distinction);
    const note = noteSource(path, text, parseYaml);
    const [paths, edit, exception] = await Promise.all([
      this.engine.resolve(terms.flatMap(({ names }) => names)).catch(() => []),
      this.engine.ignoring(note, diagnostic).catch(() => null),
      this.engine.excepting(note, diagnostic).catch(() => null),
    ]);
    if (!content?.isConnected) return;
    const left = [...paths];
    const notes = terms.flatMap(({ label, names }) => {
      const path = shortestPath(left.splice(0, names.length).filter((found) => found !== null));
      return path === undefined ? [] : [{ label, path }];
    });
    addConceptLinks(content, notes, (target, event) => {
      this.popover.close();
      void openNote(this.app, target, event);
    });
    if (edit) addIgnore(content, "Ignore here", () => choose({ title: "Ignore here", kind: "choice", edits: [edit] }));
    if (exception !== null) {
      const ignore = (): void => {
        this.popover.close();
        void this.ignoreEverywhere(exception);
      };
      addIgnore(content, "Ignore this phrase everywhere", ignore)?.setAttr("aria-label", `Ignore this phrase everywhere: “${exception}”`);
    }
    this.popover.place();
  }
}
