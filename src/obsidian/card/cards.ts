import { Component, parseYaml, type App } from "obsidian";
import { conventionProperty, noteSource, shortestPath, withNoteException, withNoteWord, type About, type ConventionAbout, type Diagnostic, type Edit, type Fix, type NoteSource } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { attempt } from "../attempt";
import { openNote } from "../open-note";
import type { SettingsStore } from "../settings-store";
import { tellWithUndo } from "../undo-notice";
import { addConceptLinks, buildCard } from "./card";
import { addConventionChoice, type ConventionChoice } from "./convention";
import { showIgnoring, type Ignoring } from "./ignoring";
import { CardPopover, type Anchor, type How } from "./popover";

/** One diagnostic as it is to be shown, and what changes its note. */
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
  /** What the open card is about. */
  shown: CardRequest | undefined;
  private readonly offers = new WeakMap<Element, () => CardRequest | undefined>();

  constructor(
    private readonly app: App,
    private readonly engine: RemoteEngine,
    private readonly store: SettingsStore,
  ) {
    super();
    this.popover = this.addChild(new CardPopover());
  }

  override onload(): void {
    // What the card hangs on may be gone.
    this.registerEvent(this.app.workspace.on("file-open", () => this.popover.close()));
    this.registerEvent(this.app.workspace.on("layout-change", () => this.popover.place()));
  }

  /** Lets an element that stands for a diagnostic tell what its card would show: a mark in a rendered note. */
  offer(el: Element, request: () => CardRequest | undefined): void {
    this.offers.set(el, request);
  }

  /** What the card of an element would show. */
  requestOf(el: Element | null): CardRequest | undefined {
    return el ? this.offers.get(el)?.() : undefined;
  }

  /** Opens a card; the vault's own notes of its words follow, and what is folded up once one turns to the card. */
  async show(request: CardRequest, how: How): Promise<void> {
    const about = await this.engine.about();
    const { anchor, diagnostic, text } = request;
    const close = (): void => this.popover.close();
    let content: HTMLElement | undefined;
    this.shown = request;
    const closed = (focused: boolean): void => {
      // It holds on to the note, which may be closed too.
      if (this.shown === request) this.shown = undefined;
      anchor.closed(focused);
    };
    this.popover.open(
      { ...anchor, closed },
      (el) => {
        content = el;
        buildCard(el, { diagnostic, text, about, choose: (fix) => this.choose(request, fix), close });
      },
      how,
    );
    if (!content) return;
    const el = content;
    const siblings = siblingsOf(about, diagnostic);
    let asked: Promise<void> | undefined;
    const ask = (): void => void (asked ??= this.offerMore(request, el, about, siblings));
    // What a pointer comes across on its way is not worth a look at the whole note.
    if (how !== "hover") ask();
    else for (const reached of ["pointerenter", "focusin", "click"]) el.addEventListener(reached, ask);
    const terms = about.terms.filter(({ distinction }) => distinction === siblings[0]?.distinction);
    const paths = await this.engine.resolve(terms.flatMap(({ names }) => names)).catch(() => []);
    if (!el.isConnected) return;
    const notes = terms.flatMap(({ label, names }) => {
      const found = shortestPath(paths.splice(0, names.length).filter((one) => one !== null));
      return found === undefined ? [] : [{ label, path: found }];
    });
    addConceptLinks(el, notes, (target, event) => {
      close();
      void openNote(this.app, target, event);
    });
    this.popover.place();
  }

  /** Fills what is folded up in a card: how its convention can be changed, and how it can be ignored. */
  private async offerMore(request: CardRequest, el: HTMLElement, about: About, siblings: readonly ConventionAbout[]): Promise<void> {
    const { path, diagnostic, text } = request;
    const note = noteSource(path, text, parseYaml);
    const [choice, ways] = await Promise.all([this.conventionChoice(request, note, siblings).catch(() => undefined), this.ways(request, note)]);
    if (!el.isConnected) return;
    if (choice) addConventionChoice(el, about, diagnostic.convention, choice);
    showIgnoring(el, ways);
    this.popover.place();
  }

  /** Has a diagnostic ignored where it stands, if that can be done. */
  async ignore(request: CardRequest, reason = ""): Promise<void> {
    const edit = await this.ignoring(request, noteSource(request.path, request.text, parseYaml), reason);
    if (edit) this.choose(request, { title: "Ignore here", kind: "choice", edits: [edit] });
  }

  /** Changes the note as a fix says, and closes the card. */
  choose(request: CardRequest, fix: Fix): void {
    this.popover.close();
    request.choose(fix);
  }

  private ignoring({ diagnostic }: CardRequest, note: NoteSource, reason: string): Promise<Edit | null> {
    return this.engine.ignoring(note, diagnostic, reason).catch(() => null);
  }

  /** How the convention that a diagnostic was judged by can be changed: for the vault or, where something else settles it, for the note. */
  private async conventionChoice(request: CardRequest, note: NoteSource, siblings: readonly ConventionAbout[]): Promise<ConventionChoice | undefined> {
    if (siblings.length === 0) return undefined;
    const settler = await this.engine.settling(note, siblings.map(({ id }) => id));
    const isSettledByFile = this.store.overridden.has("convention");
    if (settler.by === "vault" && !isSettledByFile) return { settler, isSettledByFile, follow: ({ id, label }) => this.follow(id, label) };
    const editsFor = ({ id }: ConventionAbout): Edit[] | null => withNoteWord(request.text, conventionProperty, id, parseYaml);
    const isEditable = siblings.every((one) => editsFor(one) !== null);
    const follow = (convention: ConventionAbout): void => {
      const edits = editsFor(convention);
      if (edits) this.choose(request, { title: `Follow “${convention.label}”`, kind: "choice", edits });
    };
    return { settler, isSettledByFile, ...(isEditable && { follow }) };
  }

  private follow(convention: string, label: string): void {
    const { convention: before } = this.store.settings;
    this.popover.close();
    void this.store.change({ convention });
    tellWithUndo(`This vault follows “${label}” from now on.`, () => void this.store.change({ convention: before }));
  }

  /** The ways to have a diagnostic ignored, the narrowest first. */
  private async ways(request: CardRequest, note: NoteSource): Promise<Ignoring[]> {
    const { diagnostic } = request;
    const { rule } = diagnostic;
    const [edit, phrase] = await Promise.all([this.ignoring(request, note, ""), this.engine.excepting(note, diagnostic).catch(() => null)]);
    const ways: Ignoring[] = [];
    if (edit) ways.push({ title: "Ignore here", detail: `No more “${rule}” in this line: a comment says so.`, takesReason: true, press: (reason) => void attempt(() => this.ignore(request, reason)) });
    if (phrase !== null) {
      const edits = withNoteException(request.text, phrase, parseYaml);
      const title = "Ignore this phrase in this note";
      if (edits && edits.length > 0) ways.push({ title, detail: `“${phrase}”, in the note's properties`, press: () => this.choose(request, { title, kind: "choice", edits }) });
      const everywhere = (): void => {
        this.popover.close();
        void attempt(() => this.store.addException(phrase));
      };
      ways.push({ title: "Ignore this phrase everywhere", detail: `“${phrase}”, in distinguo.yaml`, press: everywhere });
    }
    if (this.store.overridden.has(`rules.${rule}`)) ways.push({ title: "Switch the rule off", detail: `distinguo.yaml settles how loud “${rule}” is.` });
    else ways.push({ title: "Switch the rule off", detail: `“${rule}” in the whole vault`, press: () => this.switchOff(rule) });
    return ways;
  }

  private switchOff(rule: string): void {
    const { [rule]: before, ...others } = this.store.settings.rules;
    this.popover.close();
    void this.store.change({ rules: { ...others, [rule]: "off" } });
    tellWithUndo(`The rule “${rule}” is switched off.`, () => {
      const { [rule]: _off, ...rules } = this.store.settings.rules;
      void this.store.change({ rules: before === undefined ? rules : { ...rules, [rule]: before } });
    });
  }
}

/** The conventions of the distinction that a diagnostic is about; none where it is about something else. */
function siblingsOf({ conventions }: About, { convention }: Diagnostic): ConventionAbout[] {
  const distinction = conventions.find(({ id }) => id === convention)?.distinction;
  return conventions.filter((one) => one.distinction === distinction);
}
