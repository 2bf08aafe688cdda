/** How many answers are remembered: a vault asks for some thousand over and over. */
const most = 4096;

/** A function of a text that remembers its latest answers. Who gets one shares it, and leaves it as it is. */
export function remembering<Value extends object>(find: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    if (known.size >= most) known.clear();
    const value = find(text);
    known.set(text, value);
    return value;
  };
}
