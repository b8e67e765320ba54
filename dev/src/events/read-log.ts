import { graphClient } from "../journey/graph-client.js";
import { EVENT_FIELDS, type Followed, type FollowedEvent, type Source } from "./follow.js";

const QUERY = `query ($after: String, $since: DateTime) {
  eventPage(after: $after, since: $since, first: 100) { edges { cursor node { ${EVENT_FIELDS} } } endCursor hasMore } }`;

interface Page {
  eventPage: { edges: { cursor: string; node: FollowedEvent }[]; endCursor: string; hasMore: boolean };
}

/** Reads the log from a cursor or an instant up to its head, page by page. @throws GraphRefused, CURSOR_EXPIRED too */
export async function* readLog(
  { graphUrl, token }: Source,
  from: { after: string } | { since: string },
): AsyncGenerator<Followed, void, void> {
  const graph = graphClient(graphUrl, token);
  let variables: { after: string } | { since: string } = from;
  for (;;) {
    const { eventPage } = await graph.ask<Page>(QUERY, variables);
    for (const { cursor, node } of eventPage.edges) yield { cursor, event: node };
    if (!eventPage.hasMore) return;
    variables = { after: eventPage.endCursor };
  }
}
