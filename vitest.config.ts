import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    // Tests start worker threads and child processes of their own: one file at a time for each core is enough.
    maxWorkers: "100%",
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 5_000,
    coverage: {
      enabled: false,
      provider: "v8",
      include: ["engine/**", "scenarios/**", "reports/**", "experiments/**", "workers/**", "cli/**"],
    },
  },
});
