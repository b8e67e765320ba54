import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { poll } from "../poll.js";

/** One event as the integration receives it: facts of all four subgraphs in one payload. */
export interface ReceivedEvent {
  id: string;
  type: string;
  occurredAt: string;
  contact: {
    firstName: string;
    lastName: string;
    customFields: { key: string; value: unknown }[];
    consents: { purpose: string; state: string }[];
  };
  studio: { name: string };
  submission: { id: string; status: string; photo: { edited: { url: string } } };
}

export const SUBMISSION_SUBSCRIPTION = `subscription Submitted {
  submissionEvents(types: [SUBMISSION_SUBMITTED]) {
    id type occurredAt
    contact { firstName lastName customFields(keys: ["department", "job_title"]) { key value } consents { purpose state } }
    studio { name }
    submission { id status photo { edited { url } } }
  }
}`;

/** An open subscription of an integration. */
export interface Listener {
  /** The event about a submission, as soon as it has come. */
  eventFor(submissionId: string): Promise<ReceivedEvent>;
  close(): Promise<void>;
}

/** Subscribes over WebSocket (graphql-transport-ws) and resolves once the stream has begun. */
export async function listen(graphUrl: string, apiKey: string): Promise<Listener> {
  const client = createClient({
    url: graphUrl.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${apiKey}` },
  });
  const received: ReceivedEvent[] = [];
  const failures: unknown[] = [];
  let begun = false;
  client.subscribe<{ submissionEvents: ReceivedEvent | null }>(
    { query: SUBMISSION_SUBSCRIPTION },
    {
      next({ data, errors }) {
        begun = true;
        if (errors) failures.push(...errors);
        if (data?.submissionEvents) received.push(data.submissionEvents);
      },
      error: (error) => void failures.push(error),
      complete: () => {},
    },
  );
  const wait = async <T>(what: string, ask: () => T | undefined): Promise<T> => {
    const found = await poll(() => (failures.length > 0 ? null : ask()), { timeoutMs: 15_000, everyMs: 25 });
    if (found == null) throw new Error(`${what}: ${JSON.stringify(failures)}`);
    return found;
  };
  await wait("The stream did not begin", () => begun || undefined);
  return {
    eventFor: (id) => wait("The event did not come", () => received.find((event) => event.submission.id === id)),
    close: async () => client.dispose(),
  };
}
