import "reflect-metadata";
import { buildSubgraphSchema as buildFederated } from "@apollo/subgraph";
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLString,
  GraphQLBoolean,
  parse,
  specifiedDirectives,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { buildSchema, createResolversMap, type NonEmptyArray } from "type-graphql";
import { guardSchema, type RuleTree } from "../shield/guard-schema.js";
import { DateTime } from "./date-time.js";
import { printWithDirectives } from "./print-with-directives.js";

/** Finds an entity from its key, as the gateway asks for it. Null means: no such thing for this viewer. */
export type ReferenceResolver<Context> = (reference: never, context: Context) => Promise<object | null> | object | null;

export interface SubgraphSchemaParts<Context> {
  resolvers: NonEmptyArray<Function>;
  /** Types that no field of this subgraph returns, such as stubs and union members. */
  orphanedTypes?: Function[];
  /** By type name. */
  references: Record<string, ReferenceResolver<Context>>;
  rules: RuleTree;
}

/** The guarded schema of a subgraph, its SDL for composition (Apollo Federation 2), and the rules that guard it. */
export async function buildSubgraphSchema<Context>(
  parts: SubgraphSchemaParts<Context>,
): Promise<{ schema: GraphQLSchema; sdl: string; rules: RuleTree }> {
  const code = await buildSchema({
    resolvers: parts.resolvers,
    orphanedTypes: parts.orphanedTypes ?? [],
    directives: [...specifiedDirectives, ...FEDERATION_DIRECTIVES],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validate: false,
    skipCheck: true,
    pubSub: NO_PUB_SUB,
  });
  describeRoots(code);
  const sdl = `${FEDERATION_LINK}\n\n${printWithDirectives(code)}`;
  const resolvers = createResolversMap(code) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(parts.references)) {
    (resolvers[type] ??= {})["__resolveReference"] = resolve;
  }
  const federated = buildFederated([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  return { schema: guardSchema(federated, parts.rules), sdl: `${sdl.trim()}\n`, rules: parts.rules };
}

/** type-graphql makes the root types by itself and leaves them without a word. */
function describeRoots(schema: GraphQLSchema): void {
  const roots: [GraphQLObjectType | null | undefined, string][] = [
    [schema.getQueryType(), "What can be read. Everybody sees their own account, as far as their role goes."],
    [schema.getMutationType(), "What can be changed. Each change answers with its result or with what was wrong."],
    [schema.getSubscriptionType(), "What can be followed as it happens."],
  ];
  for (const [type, description] of roots) if (type) type.description = description;
}

const FEDERATION_LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible"])';

const onTypeOrField = [DirectiveLocation.OBJECT, DirectiveLocation.FIELD_DEFINITION];

/** Declared so that type-graphql accepts them; `@link` brings federation's own. */
const FEDERATION_DIRECTIVES = [
  new GraphQLDirective({
    name: "key",
    locations: [DirectiveLocation.OBJECT],
    isRepeatable: true,
    args: {
      fields: { type: new GraphQLNonNull(GraphQLString) },
      resolvable: { type: GraphQLBoolean, defaultValue: true },
    },
  }),
  new GraphQLDirective({ name: "shareable", locations: onTypeOrField }),
  new GraphQLDirective({ name: "inaccessible", locations: [...onTypeOrField, DirectiveLocation.ARGUMENT_DEFINITION] }),
];

/** type-graphql asks for one as soon as there is a subscription; ours are pull loops at the gateway. */
const NO_PUB_SUB = {
  publish() {},
  subscribe: () => ({
    [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true as const, value: undefined }) }),
  }),
};
