import {
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** The name of the Relay module that holds the operations; Relay wants every name in it to begin so. */
export const MODULE = "everything";

/**
 * What a Relay client can ask of a graph without knowing it: each `Node` type read again by its id, and each connection
 * paged from where it hangs, both ways where it has `last`.
 */
export function relayOperations(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const nodes = types.filter((type) => type.getInterfaces().some(({ name }) => name === "Node"));
  const roots = [...nodes, ...types.filter((type) => type === schema.getQueryType())];
  return [...nodes.map(readAgain), ...roots.flatMap(pageThrough)].join("\n");
}

function readAgain({ name }: GraphQLObjectType): string {
  return `fragment ${MODULE}_${name} on ${name} @refetchable(queryName: "${MODULE}${name}Query") { id }`;
}

function pageThrough(type: GraphQLObjectType): string[] {
  const connections = Object.values(type.getFields()).filter((field) => /Connection!?$/.test(String(field.type)));
  return connections.map(({ name, args }) => {
    const used = args.filter((arg) => isPaging(arg) || isRequiredArgument(arg));
    const fragment = `${MODULE}_${type.name}_${name}`;
    return `
      fragment ${fragment} on ${type.name} @refetchable(queryName: "${fragment.replaceAll("_", "")}Query")
        @argumentDefinitions(${used.map((arg) => `${arg.name}: ${definitionOf(arg)}`).join(" ")}) {
        ${name}(${used.map((arg) => `${arg.name}: $${arg.name}`).join(" ")}) @connection(key: "${fragment}") {
          edges { node { __typename } }
        }
      }`;
  });
}

const isPaging = ({ name }: GraphQLArgument) => ["first", "after", "last", "before"].includes(name);

function definitionOf({ name, type }: GraphQLArgument): string {
  return name === "first" ? '{ type: "Int", defaultValue: 20 }' : `{ type: "${String(type)}" }`;
}
