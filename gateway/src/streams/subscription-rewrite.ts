import {
  Kind,
  OperationTypeNode,
  print,
  visit,
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type TypeNode,
  type VariableDefinitionNode,
} from "graphql";
import { collectFields } from "graphql/execution/collectFields.js";
import { badInput } from "@studio/kit/error/codes.js";
import { argument, field, nameNode, variable } from "./ast.js";

/** The page query that each subscription field is read from, by field. */
const PAGES: Readonly<Record<string, string>> = { events: "eventPage", submissionEvents: "submissionEventPage" };

const CURSOR_ARGUMENT = "after";

/** The response key of the page in the rewritten query. */
export const PAGE_KEY = "page";

/** A subscription as the page query that it is read by. */
export interface PageQuery {
  query: string;
  /** The response key under which the client wants each event. */
  responseKey: string;
  /** Where the client wants to begin; null for the head of the log. */
  after: string | null;
  /** The client's variables that the page query still uses. */
  variables: Record<string, unknown>;
  /** Names of the query's own two variables: chosen so that they clash with none of the client's. */
  afterVariable: string;
  firstVariable: string;
}

/**
 * Rewrites `subscription { submissionEvents(after, …) { SELECTION } }` to a query for a page of events
 * `{ page: submissionEventPage(after, first, …) { edges { cursor node { SELECTION } } endCursor hasMore } }`.
 * @param variables coerced: defaults applied
 * @throws BAD_USER_INPUT unless exactly one root field remains and it is a stream
 */
export function rewriteSubscription(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): PageQuery {
  const fragments = fragmentsOf(document);
  const { responseKey, nodes } = onlyRoot(schema, fragments, operation, variables);
  const [first] = nodes as [FieldNode];
  const pageField = PAGES[first.name.value];
  if (!pageField) throw badInput(`Subscription.${first.name.value} is not a stream.`);
  const used = usage({ kind: Kind.SELECTION_SET, selections: nodes }, fragments);
  const afterVariable = freeName("streamAfter", used.variables);
  const firstVariable = freeName("streamFirst", used.variables);
  const passed = (first.arguments ?? []).filter(({ name }) => name.value !== CURSOR_ARGUMENT);
  const selection = nodes.flatMap((node) => node.selectionSet?.selections ?? []);
  const page = pageOf(pageField, selection, [
    ...passed,
    argument("after", variable(afterVariable)),
    argument("first", variable(firstVariable)),
  ]);
  const { variables: names, fragments: spread } = usage(page, fragments);
  const kept = (operation.variableDefinitions ?? []).filter((definition) => names.has(definition.variable.name.value));
  const query = queryOf(operation, page, [...kept, ...ownVariables(afterVariable, firstVariable)]);
  return {
    query: print({ kind: Kind.DOCUMENT, definitions: [query, ...[...spread].map((name) => fragments[name]!)] }),
    responseKey,
    after: cursorOf(first, variables),
    variables: pick(variables, kept),
    afterVariable,
    firstVariable,
  };
}

type Fragments = Record<string, FragmentDefinitionNode>;

function onlyRoot(
  schema: GraphQLSchema,
  fragments: Fragments,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): { responseKey: string; nodes: readonly FieldNode[] } {
  const type = schema.getSubscriptionType();
  const roots = type ? [...collectFields(schema, fragments, variables, type, operation.selectionSet)] : [];
  if (roots.length !== 1) throw badInput("A subscription must select exactly one root field.");
  const [responseKey, nodes] = roots[0]!;
  return { responseKey, nodes };
}

function cursorOf(root: FieldNode, variables: Readonly<Record<string, unknown>>): string | null {
  const value = root.arguments?.find(({ name }) => name.value === CURSOR_ARGUMENT)?.value;
  if (value?.kind === Kind.STRING) return value.value;
  return value?.kind === Kind.VARIABLE ? ((variables[value.name.value] as string | null | undefined) ?? null) : null;
}

function pageOf(pageField: string, selection: readonly SelectionNode[], args: readonly ArgumentNode[]): FieldNode {
  const edges = field("edges", { select: [field("cursor"), field("node", { select: selection })] });
  return field(pageField, { alias: PAGE_KEY, args, select: [edges, field("endCursor"), field("hasMore")] });
}

function queryOf(
  operation: OperationDefinitionNode,
  page: FieldNode,
  variableDefinitions: readonly VariableDefinitionNode[],
): OperationDefinitionNode {
  return {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    ...(operation.name && { name: operation.name }),
    variableDefinitions,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [page] },
  };
}

function ownVariables(after: string, first: string): VariableDefinitionNode[] {
  const named = (name: string) => ({ kind: Kind.NAMED_TYPE, name: nameNode(name) }) as const;
  const define = (name: string, type: TypeNode) =>
    ({ kind: Kind.VARIABLE_DEFINITION, variable: variable(name), type }) as const;
  return [define(after, named("String")), define(first, { kind: Kind.NON_NULL_TYPE, type: named("Int") })];
}

/** Which variables and fragments a selection uses, directly or through fragments. */
function usage(root: ASTNode, known: Fragments): { variables: Set<string>; fragments: Set<string> } {
  const variables = new Set<string>();
  const fragments = new Set<string>();
  const walk = (node: ASTNode): void =>
    void visit(node, {
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread: ({ name }) => {
        if (fragments.has(name.value)) return;
        fragments.add(name.value);
        const fragment = known[name.value];
        if (fragment) walk(fragment);
      },
    });
  walk(root);
  return { variables, fragments };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? freeName(`${wanted}_`, taken) : wanted;
}

function pick(variables: Readonly<Record<string, unknown>>, definitions: readonly VariableDefinitionNode[]) {
  const names = new Set(definitions.map((definition) => definition.variable.name.value));
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.has(name)));
}

function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}
