import { Kind, parse, print, printSchema, visit, type ConstDirectiveNode, type GraphQLSchema } from "graphql";

/**
 * The schema as SDL with the directives that its types and fields carry; graphql-js itself leaves them out.
 * Definitions of directives are left out too: federation's `@link` brings them.
 */
export function printWithDirectives(schema: GraphQLSchema): string {
  const document = visit(parse(printSchema(schema)), {
    [Kind.DIRECTIVE_DEFINITION]: () => null,
    [Kind.OBJECT_TYPE_DEFINITION]: (node) => {
      const type = schema.getType(node.name.value);
      if (!type || !("getFields" in type)) return node;
      const fields = type.getFields();
      return {
        ...node,
        directives: directivesOf(type),
        fields: node.fields?.map((field) => ({ ...field, directives: withOwn(field, fields[field.name.value]) })),
      };
    },
  });
  return print(document);
}

interface Carrier {
  astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

function directivesOf({ astNode }: Carrier): readonly ConstDirectiveNode[] {
  return astNode?.directives ?? [];
}

/** Those printed already, such as `@deprecated`, and those that the field carries. */
function withOwn(
  printed: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  field: Carrier | undefined,
): readonly ConstDirectiveNode[] {
  return [...(printed.directives ?? []), ...(field ? directivesOf(field) : [])];
}
