/** One event of an SSE stream (WHATWG HTML § 9.2). */
export interface ServerSent<Event> {
  event: string;
  id: string | null;
  data: StreamedMessage<Event> | null;
}

/** A message of a stream (GraphQL over SSE): an event with its cursor, or why the stream ends. */
export interface StreamedMessage<Event> {
  data?: Record<string, Event | null> | null;
  errors?: { message: string; extensions: { code: string } }[];
  extensions?: { cursor: string };
}

/** The stream was not opened. */
export class StreamRefused extends Error {
  override name = "StreamRefused";
  constructor(
    readonly status: number,
    text: string,
  ) {
    super(`The stream was not opened (${status}): ${text}`);
  }
}

/** Opens a subscription over SSE, behind a cursor if one is given, and yields what comes until the stream ends. */
export async function* serverSent<Event>(
  graphUrl: string,
  token: string,
  query: string,
  options: { after?: string | undefined; signal?: AbortSignal } = {},
): AsyncGenerator<ServerSent<Event>, void, void> {
  const { after, signal = null } = options;
  const response = await fetch(graphUrl, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      authorization: `Bearer ${token}`,
      ...(after !== undefined && { "last-event-id": after }),
    },
    body: JSON.stringify({ query }),
    signal,
  });
  if (response.status !== 200) throw new StreamRefused(response.status, await response.text());
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const sent = parse<Event>(block);
      if (sent) yield sent;
    }
  }
}

/** Comments, which keep the connection alive, are nothing. */
function parse<Event>(block: string): ServerSent<Event> | null {
  const valueOf = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1];
  const data = valueOf("data");
  if (data === undefined) return null;
  return {
    event: valueOf("event") ?? "message",
    id: valueOf("id") ?? null,
    data: data === "" ? null : JSON.parse(data),
  };
}
