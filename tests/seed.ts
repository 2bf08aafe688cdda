import fc from "fast-check";

// The gate tries the same cases each time, so that it fails for what was changed and for nothing else.
// DISTINGUO_SEED=any tries others, and a number those that failed with it; see CONTRIBUTING.md.
const { DISTINGUO_SEED: asked } = process.env;
if (asked !== "any") fc.configureGlobal({ seed: Number(asked ?? 20_261_130) });
