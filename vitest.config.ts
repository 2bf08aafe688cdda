import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["tests/core/**/*.test.ts", "tests/cli/**/*.test.ts", "tests/worker/**/*.test.ts"], setupFiles: ["tests/seed.ts"], testTimeout: 60_000 } },
      {
        test: {
          name: "e2e",
          include: ["tests/host/**/*.test.ts", "tests/e2e/**/*.test.ts"],
          setupFiles: ["tests/seed.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A busy machine needs more than the second that polling is given by default.
          expect: { poll: { timeout: 8_000 } },
          // One browser at a time: two cores, and screenshots that should not wait for each other.
          fileParallelism: false,
        },
      },
      // Pictures to look at, by `npm run screenshots`; no part of the gate.
      { test: { name: "screenshots", include: ["tests/screenshots/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
});
