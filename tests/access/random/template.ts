import type { GraphQLInputType } from "graphql";

/** A variable of an operation, and where its value goes: `Query.contact.id`. */
export interface Slot {
  name: string;
  type: GraphQLInputType;
  at: string;
}

/** A root field of an operation. */
export interface Root {
  /** Under which key it is answered. */
  key: string;
  field: string;
  /** The variable that is given for each argument that has one. */
  args: Readonly<Record<string, string>>;
}

/** An operation without its variables' values: it is run several times, by different viewers with different values. */
export interface Template {
  kind: "query" | "mutation" | "subscription";
  query: string;
  slots: readonly Slot[];
  roots: readonly Root[];
}

/** A template with values, as somebody sends it. */
export interface Operation extends Template {
  variables: Readonly<Record<string, unknown>>;
}
