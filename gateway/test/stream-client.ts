import { createClient, type Client, type ExecutionResult } from "graphql-ws";
import { onTestFinished } from "vitest";
import WebSocket from "ws";
import { API_KEY, type TestGateway } from "./test-gateway.js";

export type Message = ExecutionResult<Record<string, any>, { cursor: string }>;

/** A public graphql-transport-ws client, without retries, and how its socket ended. */
export function openClient(gateway: TestGateway, token: string | null = API_KEY) {
  const ended = Promise.withResolvers<{ code: number; reason: string }>();
  const client = createClient({
    url: `${gateway.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    on: { closed: (event) => ended.resolve(event as { code: number; reason: string }) },
  });
  onTestFinished(() => void client.dispose());
  return { client, ended: ended.promise };
}

/** Subscribes and waits for the checkpoint, after which new events arrive. */
export async function watchEvents(client: Client, query = "subscription { submissionEvents { id } }", variables = {}) {
  const stream = client.iterate<Record<string, any>, { cursor: string }>({ query, variables });
  const next = async (): Promise<Message> => (await stream.next()).value as Message;
  return { stream, next };
}
