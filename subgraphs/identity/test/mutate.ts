import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { RunningIdentity } from "./running-identity.js";

/** What came of a mutation. */
export interface Outcome {
  /** The member of its union. */
  type: string;
  /** The codes of GraphQL errors. */
  refused: string[];
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it asked for; a wrong path fails it
  [selected: string]: any;
}

/**
 * Runs one mutation with its `input`.
 * @param selection fragments on the members of its union; the type's name and a user error's fields are always asked
 */
export async function mutate(
  identity: RunningIdentity,
  viewer: Viewer,
  name: string,
  input: Record<string, unknown>,
  selection = "",
): Promise<Outcome> {
  const inputType = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${inputType}!) { ${name}(input: $input) { type: __typename
    ... on UserError { message path } ${selection} } }`;
  const { data, errors } = await identity.ask(viewer, query, { input });
  return {
    ...data?.[name],
    refused: errors.map(({ code, message }) => `${code}${code === "BAD_USER_INPUT" ? message : ""}`),
  };
}

/** The actions in an account's audit trail, in order. */
export async function actionsOf(identity: RunningIdentity, accountId: string): Promise<string[]> {
  const rows = await identity.admin<{ action: string }[]>`
    select action from compliance.audit_event where account_id = ${accountId} order by position`;
  return rows.map((row) => row.action);
}
