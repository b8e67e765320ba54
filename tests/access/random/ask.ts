import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { post } from "../../support/http.js";
import type { Answer, Asker } from "./check.js";
import type { Operation } from "./template.js";

/** What whoever states a purpose says. */
export const PURPOSE = { "Studio-Purpose": 'LEGAL_CLAIM; note="case 7"' };

/** How long a stream may keep silent before it counts as silent: a viewer who may know of no event hears nothing. */
const SILENCE_MS = 400;

/** Sends an operation as a viewer, over HTTP or, for a subscription, over WebSocket. */
export async function ask(graphUrl: string, { viewer, brought }: Asker, operation: Operation): Promise<Answer> {
  const { query, variables, kind } = operation;
  const headers = brought.purpose ? { ...viewer.headers, ...PURPOSE } : viewer.headers;
  if (kind === "subscription") return listen(graphUrl, headers, { query, variables });
  const { text, json } = await post(graphUrl, { query, variables }, headers);
  return { text, data: json?.data ?? null, errors: JSON.stringify(json?.errors ?? []) };
}

/** The first events of a stream, or how it is refused. */
async function listen(
  graphUrl: string,
  headers: Record<string, string>,
  request: { query: string; variables: Readonly<Record<string, unknown>> },
): Promise<Answer> {
  const client = createClient({
    url: graphUrl.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: headers,
  });
  const messages: unknown[] = [];
  const errors: unknown[] = [];
  await new Promise<void>((resolve) => {
    let timer = setTimeout(resolve, SILENCE_MS * 2);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(resolve, SILENCE_MS);
    };
    const next = (message: { errors?: unknown }) => {
      messages.push(message);
      errors.push(message.errors);
      if (messages.length >= 4) resolve();
      again();
    };
    const error = (problem: unknown) => {
      errors.push(problem instanceof Error ? problem.message : problem);
      resolve();
    };
    client.subscribe(request as never, { next: next as never, error, complete: resolve });
  });
  await client.dispose();
  const [first] = messages as { data?: Record<string, unknown> }[];
  return { text: JSON.stringify([messages, errors]), data: first?.data ?? null, errors: JSON.stringify(errors) };
}
