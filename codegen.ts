import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = { ID: "string", DateTime: "string", JSON: "unknown" };

/** Types of the public graph, and of the operations that tests run on it. Both are committed; CI fails when stale. */
const config: CodegenConfig = {
  schema: "schema/api.graphql",
  generates: {
    "schema/generated/api.d.ts": {
      plugins: ["typescript"],
      config: { scalars, defaultScalarType: "unknown", enumsAsTypes: true, useTypeImports: true, skipTypename: true },
    },
    "tests/generated/": {
      preset: "client",
      documents: ["tests/**/*.graphql"],
      presetConfig: { fragmentMasking: false },
      config: {
        scalars,
        defaultScalarType: "unknown",
        enumsAsTypes: true,
        useTypeImports: true,
        documentMode: "string",
      },
    },
  },
  emitLegacyCommonJSImports: false,
  importExtension: ".js",
};

export default config;
