import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serverSent } from "@studio/dev/events/server-sent.js";
import { graphClient } from "@studio/dev/journey/graph-client.js";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { reach } from "./fault.js";
import type { Told } from "./told.js";

// One consumer, as an integration is written: handle the event, then keep its cursor; come back behind it, to
// whichever gateway is next. What it handled is a line each in a file.
const [transport = "", directory = "", gateways = "", token = ""] = process.argv.slice(2);
const [handledFile, cursorFile] = [join(directory, `${transport}.handled`), join(directory, `${transport}.cursor`)];
const FIELDS = "id submissionId photoId contact { firstName }";
const A_CONNECTION = 1_000;

type Event = Told & { contact: { firstName: string } };
type Message = { cursor: string; event: Event | null };

function handle({ cursor, event }: Message): void {
  if (event) appendFileSync(handledFile, `${JSON.stringify(event)}\n`);
  reach("consumer.before-save");
  writeFileSync(cursorFile, cursor);
}

async function* overWebSocket(graphUrl: string, after: string): AsyncGenerator<Message> {
  const client = createClient({
    url: graphUrl.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  try {
    const query = `subscription ($after: String) { events(after: $after) { ${FIELDS} } }`;
    for await (const { data, extensions } of client.iterate<any, any>({ query, variables: { after } }))
      yield { cursor: extensions!.cursor, event: data!.events };
  } finally {
    void client.dispose();
  }
}

async function* overSse(graphUrl: string, after: string): AsyncGenerator<Message> {
  for await (const { data } of serverSent<Event>(graphUrl, token, `subscription { events { ${FIELDS} } }`, { after }))
    yield { cursor: data!.extensions!.cursor, event: data!.data!["events"]! };
}

async function* byPull(graphUrl: string, after: string): AsyncGenerator<Message> {
  const query = `query ($after: String) { eventPage(after: $after, first: 100) { edges { cursor node { ${FIELDS} } } endCursor } }`;
  const { eventPage } = await graphClient(graphUrl, token).ask<any>(query, { after });
  for (const { cursor, node } of eventPage.edges) yield { cursor, event: node };
  yield { cursor: eventPage.endCursor, event: null };
  if (eventPage.edges.length === 0) await sleep(100);
}

/** Apollo's protocol: parts between boundaries, of which those without a payload only say that the gateway is there. */
async function* byMultipart(graphUrl: string, after: string): AsyncGenerator<Message> {
  const query = `subscription ($after: String) { events(after: $after) { ${FIELDS} } }`;
  const response = await fetch(graphUrl, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      accept: "multipart/mixed;subscriptionSpec=1.0, application/json",
    },
    body: JSON.stringify({ query, variables: { after } }),
  });
  let rest = "";
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split("\r\n--graphql");
    rest = parts.pop()!;
    for (const part of parts) {
      const { payload } = JSON.parse(part.slice(part.indexOf("\r\n\r\n")) || "{}");
      if (payload) yield { cursor: payload.extensions.cursor, event: payload.data.events };
    }
  }
}

const TRANSPORTS: Record<string, (graphUrl: string, after: string) => AsyncGenerator<Message>> = {
  ws: overWebSocket,
  sse: overSse,
  multipart: byMultipart,
  pull: byPull,
};

const urls = gateways.split(",");
for (let turn = transport.length; existsSync(cursorFile); turn++) {
  let taken = 0;
  try {
    for await (const message of TRANSPORTS[transport]!(urls[turn % urls.length]!, readFileSync(cursorFile, "utf8"))) {
      handle(message);
      if (++taken === A_CONNECTION) break;
    }
  } catch {
    await sleep(100);
  }
}
