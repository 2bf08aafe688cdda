import type { About, ConventionAbout, ConventionSettler } from "../../core/index";
import { addButton } from "../press";
import { addQuoting } from "../quoted";

/** How the convention of a card can be changed. */
export interface ConventionChoice {
  settler: ConventionSettler;
  /** Whether distinguo.yaml has the last word on the vault's. */
  isSettledByFile: boolean;
  /** Has another one followed; absent where that can't be done from here. */
  follow?: (convention: ConventionAbout) => void;
}

/** Adds the convention that a diagnostic was judged by, folded up: its name, its definition, and room for the way to change it. */
export function addConvention(parent: HTMLElement, about: About, id: string | undefined): void {
  const followed = about.conventions.find((one) => one.id === id);
  if (!followed) return;
  const details = parent.createEl("details", { cls: "distinguo-convention" });
  details.createEl("summary", { text: `Convention: ${followed.label}` });
  details.addEventListener("toggle", () => details.open && details.scrollIntoView({ block: "nearest" }));
  details.createEl("p", { text: followed.description });
}

function settled({ settler: { by, entry }, isSettledByFile }: ConventionChoice): string {
  if (by === "note") return "This note names it by its property “distinguo-convention”.";
  if (by === "folder") return `The vault's config names it for “${entry}”.`;
  return isSettledByFile ? "In this vault, distinguo.yaml settles it." : "";
}

/** Adds what names the convention, and the way to follow another one. */
export function addConventionChoice(card: HTMLElement, about: About, id: string | undefined, choice: ConventionChoice): void {
  const details = card.querySelector<HTMLElement>(".distinguo-convention");
  const followed = about.conventions.find((one) => one.id === id);
  if (!details || !followed) return;
  const why = settled(choice);
  if (why !== "") addQuoting(details.createEl("p"), why);
  const { follow } = choice;
  if (!follow) return;
  const row = details.createDiv({ cls: "distinguo-follow" });
  const label = row.createEl("label");
  label.createSpan({ text: why === "" ? "Follow in this vault" : "Follow in this note" });
  const select = label.createEl("select", { cls: "dropdown" });
  for (const { id: value, label: text, distinction } of about.conventions) if (distinction === followed.distinction) select.createEl("option", { value, text });
  select.value = followed.id;
  // The arrow keys run through the list one by one: what is chosen takes effect when the button says so.
  const button = addButton(row, "distinguo-follow-it", "Follow", () => {
    const wanted = about.conventions.find((one) => one.id === select.value);
    if (wanted) follow(wanted);
  });
  const update = (): void => {
    button.disabled = select.value === followed.id;
    const wanted = about.conventions.find((one) => one.id === select.value);
    definition.empty();
    if (!wanted || button.disabled) return;
    definition.createEl("strong", { text: wanted.label });
    definition.appendText(`: ${wanted.description}`);
    definition.scrollIntoView({ block: "nearest" });
  };
  const definition = details.createEl("p", { attr: { "aria-live": "polite" } });
  // What has come makes the card larger, as unfolding does, and is to be seen.
  const grow = (): void => void details.dispatchEvent(new Event("toggle"));
  select.addEventListener("change", () => {
    update();
    grow();
    definition.scrollIntoView({ block: "nearest" });
  });
  update();
  grow();
}
