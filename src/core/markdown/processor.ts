/** A parser of Markdown, as a plugin sets it. */
type Parser = (markdown: string) => unknown;

/** What plugins of the parser see of unified's processor. */
interface Processor {
  parser: Parser | undefined;
  data(key?: string, value?: unknown): unknown;
  use<Options>(plugin: (this: Processor, options?: Options) => void, options?: Options): Processor;
  parse(markdown: string): unknown;
}

/**
 * As much of unified as parsing takes: plugins bring a parser and its extensions, and a text is parsed. The build puts it
 * in the place of the package itself, whose files, pipelines and messages nothing here uses and which would weigh 13 kB.
 * The tests parse with the package.
 */
export function unified(): Processor {
  const shared: Record<string, unknown> = {};
  const processor: Processor = {
    parser: undefined,
    data(key, value) {
      if (key !== undefined && value !== undefined) shared[key] = value;
      return key === undefined ? shared : shared[key];
    },
    use(plugin, options) {
      plugin.call(processor, options);
      return processor;
    },
    parse: (markdown) => processor.parser?.(markdown),
  };
  return processor;
}
