import {defineConfig} from "vitest/config";

/** Processes, not threads: DuckDB and the parser pool are native, and two cores are all there is. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 180_000,
    teardownTimeout: 10_000,
  },
});
