import plugin from "@graphql-eslint/eslint-plugin";
import { ESLint, type Linter } from "eslint";

/** Its types were written for an older ESLint. */
const graphql = plugin as unknown as ESLint.Plugin & { parser: Linter.Parser };

/** Relay's specifications, one way of naming, and a description of everything. */
const RULES = {
  "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
  "@graphql-eslint/relay-connection-types": "error",
  "@graphql-eslint/relay-edge-types": ["error", { shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
  "@graphql-eslint/relay-page-info": "error",
  "@graphql-eslint/naming-convention": [
    "error",
    {
      types: "PascalCase",
      FieldDefinition: "camelCase",
      InputValueDefinition: "camelCase",
      Argument: "camelCase",
      DirectiveDefinition: "camelCase",
      EnumValueDefinition: "UPPER_CASE",
    },
  ],
  "@graphql-eslint/require-description": [
    "error",
    {
      types: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
      DirectiveDefinition: true,
    },
  ],
} satisfies Linter.RulesRecord;

/**
 * Holds the public graph to graphql-eslint's rules. A connection's node may be a row that is no `Node`, and a
 * short list need not be a connection.
 * @returns what is wrong, one finding a line: where, what, and by which rule
 */
export async function lintApi(sdl: string): Promise<string[]> {
  const languageOptions = { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: sdl } } };
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: { files: ["**/*.graphql"], languageOptions, plugins: { "@graphql-eslint": graphql }, rules: RULES },
  });
  const results = await eslint.lintText(sdl, { filePath: "api.graphql" });
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, ruleId }) => `${line}: ${message} (${ruleId})`),
  );
}
