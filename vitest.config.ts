import { defineConfig } from "vitest/config";

const shared = {
  resolve: { alias: { "#app": new URL("./app", import.meta.url).pathname } },
};

export default defineConfig({
  test: {
    // Files take turns in four processes, two more than a small machine has cores since some files wait, and
    // share what they import.
    // tests/support/test-env.ts takes care that they share nothing else.
    maxWorkers: 4,
    isolate: false,
    experimental: { fsModuleCache: true },
    projects: [
      {
        ...shared,
        extends: true,
        test: {
          name: "rules",
          // Properties are tried hundreds of times, on a machine that may be busy.
          testTimeout: 30_000,
          include: ["{app,emails}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/quiet-console.ts", "tests/support/test-env.ts"],
        },
      },
      {
        ...shared,
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/quiet-console.ts", "tests/support/test-env.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
