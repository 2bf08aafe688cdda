declare module "*/esbuild.config.mjs" {
  import type { BuildOptions } from "esbuild";

  export const cli: BuildOptions;
  export const plugin: BuildOptions;
  export function build(): Promise<void>;
}
