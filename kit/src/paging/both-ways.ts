import { ArgsType, Field, Int } from "type-graphql";
import { badInput } from "../error/codes.js";
import { MAX_PAGE, checkPageSize, type Page } from "./connection.js";

/** How many rows a page holds when nobody says. */
const DEFAULT_PAGE = 50;

/** Paging both ways (Relay cursor connections): `first` rows after a cursor, or `last` rows before one. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: `How many rows from the start, 1 to ${MAX_PAGE}; 50 unless given.` })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "The cursor after which the page begins." })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the end, 1 to ${MAX_PAGE}, instead of \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "The cursor before which the page ends." })
  before?: string | null;
}

/** A page as it is asked for: which way it is read, and between which cursors. */
export interface PageRequest {
  size: number;
  /** Read from the list's end; rows come last to first and are turned round by `toPageBothWays`. */
  backward: boolean;
  after: string | null;
  before: string | null;
}

/** @throws BAD_USER_INPUT for both `first` and `last`, or a size that is not 1 to 250 */
export function readPageArgs({ first, after, last, before }: PageArgs): PageRequest {
  if (first != null && last != null) throw badInput("Ask for `first` or for `last`, not both.", "last");
  const size = first ?? last ?? DEFAULT_PAGE;
  checkPageSize(size, last == null ? "first" : "last");
  return { size, backward: last != null, after: after ?? null, before: before ?? null };
}

/**
 * A page from rows fetched with one more than asked for.
 * @param rows at most `size + 1` rows, in the order in which they were read
 */
export function toPageBothWays<Row, Node>(
  rows: readonly Row[],
  { size, backward, after, before }: PageRequest,
  toEdge: (row: Row) => { node: Node; cursor: string },
): Page<Node> {
  const edges = rows.slice(0, size).map((row) => toEdge(row));
  if (backward) edges.reverse();
  const hasMore = rows.length > size;
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? before !== null : hasMore,
      hasPreviousPage: backward ? hasMore : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
