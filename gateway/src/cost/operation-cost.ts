import {
  Kind,
  OperationTypeNode,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  valueFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** What an operation is made of, once it is valid. */
export interface CostedOperation {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

/** How many rows a connection holds when nobody says, and a list that cannot be asked for a size is taken to hold. */
const DEFAULT_PAGE = 50;
const DEFAULT_LIST = 10;

/** What a change costs beside what it returns: a transaction, its audit entry and its events. */
const CHANGE_COST = 10;

/** What an operation's changes cost; nothing where it only reads. */
export function costOfChanges({ operation, selectionSet }: OperationDefinitionNode): number {
  return operation === OperationTypeNode.MUTATION ? selectionSet.selections.length * CHANGE_COST : 0;
}

/**
 * What an operation may cost: one point for each object that it may return, and ten for each change. A
 * connection holds as many as `first` or `last` says, another list is taken to hold ten; texts and numbers are free.
 */
export function requestedCost(costed: CostedOperation): number {
  const { schema, operation } = costed;
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  return costOfChanges(operation) + new Estimate(costed).of(operation.selectionSet, root, null);
}

class Estimate {
  readonly #costed: CostedOperation;
  /** Each fragment is estimated once for a size, so nesting fragments cannot make estimating expensive. */
  readonly #known = new Map<string, number>();

  constructor(costed: CostedOperation) {
    this.#costed = costed;
  }

  /** @param pageSize how many rows the connection around this selection holds; null outside of one */
  of(selectionSet: SelectionSetNode, parent: GraphQLCompositeType, pageSize: number | null): number {
    let cost = 0;
    for (const selection of selectionSet.selections) {
      switch (selection.kind) {
        case Kind.FIELD:
          cost += this.#ofField(selection, parent, pageSize);
          break;
        case Kind.INLINE_FRAGMENT: {
          const type = selection.typeCondition ? this.#compositeNamed(selection.typeCondition.name.value) : parent;
          cost += this.of(selection.selectionSet, type ?? parent, pageSize);
          break;
        }
        case Kind.FRAGMENT_SPREAD:
          cost += this.#ofFragment(selection.name.value, pageSize);
          break;
        default:
          selection satisfies never;
      }
    }
    return cost;
  }

  #ofField(node: FieldNode, parent: GraphQLCompositeType, pageSize: number | null): number {
    const field = isAbstractType(parent) && !("getFields" in parent) ? undefined : fieldOf(parent, node.name.value);
    if (!field || !node.selectionSet) return 0;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return 0;
    const size = this.#pageSize(field, node);
    if (isListType(getNullableType(field.type))) {
      return (size ?? pageSize ?? DEFAULT_LIST) * (1 + this.of(node.selectionSet, type, null));
    }
    return 1 + this.of(node.selectionSet, type, size);
  }

  #ofFragment(name: string, pageSize: number | null): number {
    const key = `${name}|${pageSize}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, 0);
    const fragment = this.#costed.fragments.get(name);
    const type = fragment && this.#compositeNamed(fragment.typeCondition.name.value);
    const cost = fragment && type ? this.of(fragment.selectionSet, type, pageSize) : 0;
    this.#known.set(key, cost);
    return cost;
  }

  /** How many rows a field that can be asked for a size is asked for; null for other fields. */
  #pageSize(field: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    const sizes = field.args.filter(({ name }) => name === "first" || name === "last");
    if (sizes.length === 0) return null;
    for (const { name, type, defaultValue } of sizes) {
      const given = node.arguments?.find((argument) => argument.name.value === name);
      const value: unknown = given ? valueFromAST(given.value, type, this.#costed.variables) : defaultValue;
      if (typeof value === "number") return Math.max(0, value);
    }
    return DEFAULT_PAGE;
  }

  #compositeNamed(name: string): GraphQLCompositeType | undefined {
    const type = this.#costed.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || "getFields" in parent ? parent.getFields()[name] : undefined;
}
