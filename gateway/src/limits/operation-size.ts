import { Kind, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

/** How large an operation is once its fragments are written out. */
export interface OperationSize {
  /** Levels of fields. Introspection does not count: its own shape is deep. */
  depth: number;
  /** Aliases, `__typename` aliases too. */
  aliases: number;
  /** Fields of the root type. */
  rootFields: number;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface Measure {
  fragments: Fragments;
  /** Each fragment is measured once, so nesting fragments cannot make measuring expensive. */
  known: Map<string, OperationSize>;
}

const NOTHING: OperationSize = { depth: 0, aliases: 0, rootFields: 0 };

/** Measures an operation. A fragment that contains itself counts once: validation refuses it anyway. */
export function measureOperation(operation: OperationDefinitionNode, fragments: Fragments): OperationSize {
  return measure(operation.selectionSet, { fragments, known: new Map() });
}

function measure(selectionSet: SelectionSetNode, context: Measure): OperationSize {
  let { depth, aliases, rootFields } = NOTHING;
  for (const selection of selectionSet.selections) {
    const size =
      selection.kind === Kind.FIELD
        ? measureField(selection.name.value, selection.selectionSet, context)
        : selection.kind === Kind.INLINE_FRAGMENT
          ? measure(selection.selectionSet, context)
          : measureFragment(selection.name.value, context);
    depth = Math.max(depth, size.depth);
    aliases += size.aliases + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0);
    rootFields += size.rootFields;
  }
  return { depth, aliases, rootFields };
}

function measureField(name: string, selectionSet: SelectionSetNode | undefined, context: Measure): OperationSize {
  const below = selectionSet ? measure(selectionSet, context) : NOTHING;
  const introspects = name === "__schema" || name === "__type";
  return { depth: introspects ? 1 : below.depth + 1, aliases: below.aliases, rootFields: 1 };
}

function measureFragment(name: string, context: Measure): OperationSize {
  const known = context.known.get(name);
  if (known) return known;
  context.known.set(name, NOTHING);
  const fragment = context.fragments.get(name);
  const size = fragment ? measure(fragment.selectionSet, context) : NOTHING;
  context.known.set(name, size);
  return size;
}
