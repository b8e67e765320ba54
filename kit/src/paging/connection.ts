import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from "type-graphql";
import { badInput } from "../error/codes.js";

/** The most rows that one page may hold. */
export const MAX_PAGE = 250;

/** Where a page lies in its list (Relay cursor connections). */
@Directive("@shareable")
@ObjectType({ description: "Where this page lies in its list.", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more rows follow this page." })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: "Whether rows come before this page." })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "The first row's cursor." })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: "The last row's cursor: pass it as `after` for the next page." })
  endCursor: string | null;
}

/** Forward paging: the `first` rows after a cursor. */
@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { defaultValue: 50, description: `How many rows, at most ${MAX_PAGE}.` })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "The cursor after which the page begins; none for the list's start.",
  })
  after?: string | null;
}

/** One page as plain data: the row and its cursor, in order. */
export interface Page<Node> {
  edges: { node: Node; cursor: string }[];
  pageInfo: PageInfo;
}

/** @throws BAD_USER_INPUT naming the argument unless 1 ≤ size ≤ 250 */
export function checkPageSize(size: number, argument = "first"): void {
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) {
    throw badInput(`Ask for 1 to ${MAX_PAGE} rows a page.`, argument);
  }
}

/**
 * A page from rows fetched with one more than asked for.
 * @param rows at most `first + 1` rows, in list order
 */
export function toPage<Node>(
  rows: readonly Node[],
  args: { first: number; after?: string | null },
  cursorOf: (node: Node) => string,
): Page<Node> {
  const edges = rows.slice(0, args.first).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > args.first,
      hasPreviousPage: args.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The `…Edge` and `…Connection` types of a node type. */
export function connectionOf<Node extends object>(name: string, nodeType: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in the list.`, simpleResolvers: true })
  class Edge {
    @Field(nodeType, { description: `The ${name}.` })
    node: Node;

    @Field(() => String, { description: "This row's cursor: opaque, and valid for this account and list only." })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of a list: each edge holds one ${name}.`,
    simpleResolvers: true,
  })
  class Connection {
    @Field(() => [Edge], { description: "The rows of this page, in order." })
    edges: Edge[];

    @Field(() => PageInfo, { description: "Where this page lies in its list." })
    pageInfo: PageInfo;
  }

  return { Edge, Connection };
}
