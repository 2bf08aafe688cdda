import type { TieGroup } from "../../../core/index";
import type { Plan } from "./layout";
import { place } from "./spots";

/** Draws what counts the nodes of a part that are not shown; a click shows them, and hides them again. */
export class Rests {
  private readonly buttons = new Map<TieGroup, HTMLButtonElement>();

  constructor(
    private readonly world: HTMLElement,
    private readonly fold: (zone: TieGroup) => void,
  ) {}

  get(zone: string): HTMLButtonElement | undefined {
    return this.all().find(({ dataset }) => dataset["rest"] === zone);
  }

  all(): HTMLButtonElement[] {
    return [...this.buttons.values()];
  }

  draw({ rests }: Plan): void {
    const gone = new Set(this.buttons.keys());
    for (const rest of rests) {
      gone.delete(rest.zone);
      const button = this.buttons.get(rest.zone) ?? this.create(rest.zone);
      button.setText(rest.isFolded ? `${rest.count.toLocaleString()} more` : "fewer");
      button.ariaExpanded = String(!rest.isFolded);
      if (button.parentElement) place(button.parentElement, rest);
    }
    for (const zone of gone) {
      this.buttons.get(zone)?.parentElement?.remove();
      this.buttons.delete(zone);
    }
  }

  private create(zone: TieGroup): HTMLButtonElement {
    const el = this.world.createDiv({ cls: ["distinguo-spot", `distinguo-zone-${zone}`] });
    const button = el.createEl("button", { cls: ["distinguo-node", "is-more"], attr: { type: "button", tabindex: "-1", "data-rest": zone } });
    button.addEventListener("click", () => this.fold(zone));
    this.buttons.set(zone, button);
    return button;
  }
}
