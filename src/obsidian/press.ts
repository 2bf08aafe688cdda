/** A button in a text's own size; what it does hangs on the click, so that keys do it too. The second click of a double one does nothing. */
export function addButton(parent: HTMLElement, cls: string, text: string, press: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = parent.createEl("button", { cls, text, attr: { type: "button" } });
  button.addEventListener("click", ({ detail }) => {
    if (detail < 2) press(button);
  });
  return button;
}

/** Has a link, or what stands for one, open something with a click or the middle button. */
export function onFollow(el: HTMLElement, open: (event: MouseEvent) => void): void {
  const follow = (event: MouseEvent): void => {
    event.preventDefault();
    open(event);
  };
  el.addEventListener("click", follow);
  el.addEventListener("auxclick", (event) => {
    if (event.button === 1) follow(event);
  });
}
