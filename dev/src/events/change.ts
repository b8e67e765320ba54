import type { GraphClient } from "../journey/graph-client.js";

/** What a mutation answers: a payload, or an error that says why not. */
type Outcome<T> = T & { __typename: string; message?: string };

/**
 * Runs a mutation `verbNoun(input: VerbNounInput!)`. @param fields of its payload
 * @throws with the mutation's own words if it was refused
 */
export async function change<T>(graph: GraphClient, mutation: string, input: object, fields = ""): Promise<T> {
  const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  const answer = await graph.ask<Record<string, Outcome<T>>>(
    `mutation ($input: ${name}Input!) {
      ${mutation}(input: $input) { __typename ... on UserError { message } ${fields} } }`,
    { input },
  );
  const outcome = answer[mutation]!;
  if (outcome.message !== undefined) throw new Error(`${outcome.__typename}: ${outcome.message}`);
  return outcome;
}
