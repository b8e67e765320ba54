import { createClient } from "graphql-ws";
import WebSocket from "ws";
import type { Viewer } from "../support/access/cast.js";
import type { TestPlatform } from "../support/platform.js";
import type { Shown } from "./matrix-uses.js";

/** How long a stream is silent once it has told all. */
const SILENCE_MS = 700;

/** The contacts of the events after a cursor, as a viewer's stream shows them; none if it is refused. */
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
  await new Promise<void>((resolve) => {
    let timer = setTimeout(resolve, SILENCE_MS * 6);
    const next = ({ data }: { data?: { submissionEvents: { contact: Shown } | null } | null }) => {
      contacts.push(data?.submissionEvents?.contact ?? null);
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
