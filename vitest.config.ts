import { defineConfig } from "vitest/config";

// One copy of graphql: Vitest would otherwise load its ESM and CommonJS builds side by side.
const resolve = {
  alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
  conditions: ["source"],
};

export default defineConfig({
  resolve,
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["{kit,gateway,dev,schema}/src/**/*.test.ts", "subgraphs/*/src/**/*.test.ts", "tests/**/*.test.ts"],
  },
});
