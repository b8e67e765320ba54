import {
  Kind,
  type ArgumentNode,
  type FieldNode,
  type NameNode,
  type SelectionNode,
  type ValueNode,
  type VariableNode,
} from "graphql";

/** Builders for the few syntax nodes that a rewriting adds. */
export function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

export function variable(name: string): VariableNode {
  return { kind: Kind.VARIABLE, name: nameNode(name) };
}

export function argument(name: string, value: ValueNode): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: nameNode(name), value };
}

interface FieldParts {
  alias?: string;
  args?: readonly ArgumentNode[];
  select?: readonly SelectionNode[];
}

export function field(name: string, { alias, args, select }: FieldParts = {}): FieldNode {
  return {
    kind: Kind.FIELD,
    name: nameNode(name),
    ...(alias !== undefined && { alias: nameNode(alias) }),
    ...(args && { arguments: args }),
    ...(select && { selectionSet: { kind: Kind.SELECTION_SET, selections: select } }),
  };
}
