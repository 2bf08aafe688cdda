/** Adds a text in which names are quoted. A name of another direction keeps its quotes, and leaves the words around it in order. */
export function addQuoting(parent: HTMLElement, text: string): void {
  text.split(/(“[^”]*”)/).forEach((part, index) => {
    if (index % 2 === 1) parent.createEl("bdi", { text: part });
    else parent.appendText(part);
  });
}
