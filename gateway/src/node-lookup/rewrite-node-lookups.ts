import {
  Kind,
  TypeInfo,
  isAbstractType,
  isObjectType,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { HOLLOW, typename } from "./placeholders.js";

/** An operation whose `node` fields became the typed root fields that find them. */
export interface NodeLookups {
  document: DocumentNode;
  /** Tells this rewriting from another of the same operation: its plan differs by the types found in the ids. */
  key: string;
  /** Response keys of `node` fields whose id names nothing. Each is selected as `__typename` until it is blanked. */
  missing: string[];
  /** Response keys of `node` fields that select nothing of the type found. Each selects a placeholder. */
  hollow: string[];
}

/**
 * Rewrites `node(id)` to `contact(id)`, `studio(id)` … by the type inside the id (Relay global object identification),
 * where the query type has a field of that type's name that takes an id. Any other node is left to the subgraph that
 * answers `node`, asked only for what its type can have.
 * @returns null if the operation has no `node` field
 */
export function rewriteNodeLookups(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): NodeLookups | null {
  const query = schema.getQueryType();
  const found: { key: string; type: GraphQLObjectType | null; hollow: boolean }[] = [];
  const fragments = fragmentsOf(document);
  const types = new TypeInfo(schema);
  const rewrite = (field: FieldNode): FieldNode => {
    const key = field.alias?.value ?? field.name.value;
    const type = typeOf(schema, idOf(field, document, variables));
    const selections = type && field.selectionSet ? applicable(schema, field.selectionSet, type, fragments) : [];
    found.push({ key, type, hollow: type !== null && selections.length === 0 });
    if (!type) return typename(key, field.directives);
    const selectionSet: SelectionSetNode = {
      kind: Kind.SELECTION_SET,
      selections: selections.length > 0 ? selections : [typename(HOLLOW)],
    };
    return { ...field, alias: nameNode(key), name: nameNode(rootFieldOf(schema, type)), selectionSet };
  };
  const rewritten = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave: (field) => (field.name.value === "node" && types.getParentType() === query ? rewrite(field) : undefined),
      },
    }),
  );
  if (found.length === 0) return null;
  return {
    document: rewritten,
    key: found.map(({ type }) => type?.name ?? "").join(","),
    missing: found.filter(({ type }) => !type).map(({ key }) => key),
    hollow: found.filter(({ hollow }) => hollow).map(({ key }) => key),
  };
}

function idOf(field: FieldNode, document: DocumentNode, variables: Readonly<Record<string, unknown>>): unknown {
  const value = field.arguments?.find((argument) => argument.name.value === "id")?.value;
  if (value?.kind !== Kind.VARIABLE) return value && valueFromASTUntyped(value);
  const name = value.name.value;
  if (name in variables) return variables[name];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const declared = definition.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    if (declared?.defaultValue) return valueFromASTUntyped(declared.defaultValue);
  }
  return undefined;
}

function typeOf(schema: GraphQLSchema, id: unknown): GraphQLObjectType | null {
  const parsed = typeof id === "string" ? parseGlobalId(id) : null;
  const type = parsed && schema.getType(parsed.type);
  return isObjectType(type) && applies(schema, "Node", type) ? type : null;
}

function rootFieldOf(schema: GraphQLSchema, type: GraphQLObjectType): string {
  const name = type.name.charAt(0).toLowerCase() + type.name.slice(1);
  const root = schema.getQueryType()?.getFields()[name];
  return root?.args.some((argument) => argument.name === "id") ? name : "node";
}

/** What of a selection on `Node` can hold for the type: the planner refuses a fragment that never can. */
function applicable(
  schema: GraphQLSchema,
  selectionSet: SelectionSetNode,
  type: GraphQLObjectType,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionNode[] {
  return selectionSet.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    const condition =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.typeCondition?.name.value
        : fragments.get(selection.name.value)?.typeCondition.name.value;
    if (!applies(schema, condition, type)) return [];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const selections = applicable(schema, selection.selectionSet, type, fragments);
    return selections.length === 0 ? [] : [{ ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
  });
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditionType = schema.getType(condition);
  return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

function nameNode(value: string) {
  return { kind: Kind.NAME, value } as const;
}
