/** The bundled engine as one self-contained function; see `engine` in esbuild.config.mjs. */
declare module "engine:*" {
  const run: (port: import("./port").Port) => void;
  export default run;
}
