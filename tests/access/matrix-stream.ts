import { createClient } from "graphql-ws";
import WebSocket from "ws";
import type { Viewer } from "../support/access/cast.js";
import { post } from "../support/http.js";
import type { TestPlatform } from "../support/platform.js";
import type { Shown } from "./matrix-uses.js";

/** How long to listen on once all is told, and how long to wait for it. */
const SILENCE_MS = 700;
const PATIENCE_MS = 15_000;

/**
 * The contacts of the events after a cursor, as a viewer's stream shows them; none if it is refused. The pull feed says
 * how many there are to wait for.
 */
export async function eventsFor(
  platform: TestPlatform,
  viewer: Viewer,
  after: string,
  selection: string,
  more: Record<string, string> = {},
): Promise<Shown[]> {
  const client = createClient({
    url: platform.graphUrl.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { ...viewer.headers, ...more },
  });
  const query = `subscription ($after: String) { submissionEvents(after: $after) { contact { ${selection} } } }`;
  const contacts: Shown[] = [];
  const expected = await countEvents(platform, { ...viewer.headers, ...more }, after);
  await new Promise<void>((resolve) => {
    let timer = setTimeout(resolve, expected === 0 ? SILENCE_MS : PATIENCE_MS);
    const next = ({ data }: { data?: { submissionEvents: { contact: Shown } | null } | null }) => {
      contacts.push(data?.submissionEvents?.contact ?? null);
      if (contacts.length < expected) return;
      clearTimeout(timer);
      timer = setTimeout(resolve, SILENCE_MS);
    };
    client.subscribe(
      { query, variables: { after } },
      { next: next as never, error: () => resolve(), complete: resolve },
    );
  });
  await client.dispose();
  return contacts;
}

async function countEvents(
  { graphUrl }: TestPlatform,
  headers: Record<string, string>,
  after: string,
): Promise<number> {
  const query = `query ($after: String) { submissionEventPage(after: $after, first: 100) { edges { cursor } } }`;
  const { json } = await post(graphUrl, { query, variables: { after } }, headers);
  return (json?.data?.["submissionEventPage"] as { edges: unknown[] } | null | undefined)?.edges.length ?? 0;
}
