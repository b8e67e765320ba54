import { createClient, type ExecutionResult } from "graphql-ws";
import WebSocket from "ws";
import { poll } from "@studio/dev/poll.js";
import type { TestPlatform } from "./platform.js";

export type Message = ExecutionResult<{ submissionEvents: { id: string; type: string } | null }, { cursor: string }>;

/** An open subscription to submission events, and all that came over it. */
export interface TestStream {
  messages: Message[];
  eventIds(): string[];
  /** What the gateway said when it ended the subscription, or null. */
  refused(): string | null;
  /** How the socket ended, or null while it is open. */
  closed(): { code: number; reason: string } | null;
  close(): Promise<void>;
}

export interface StreamOptions {
  /** How often the client connects again after a loss. */
  retries?: number;
  params?: Record<string, unknown>;
}

/** Subscribes over WebSocket and resolves once the stream's checkpoint has come. */
export async function openStream(platform: TestPlatform, token: string, options: StreamOptions = {}) {
  const messages: Message[] = [];
  let refusal: string | null = null;
  let ending: { code: number; reason: string } | null = null;
  const client = createClient({
    url: platform.graphUrl.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: options.retries ?? 0,
    connectionParams: { authorization: `Bearer ${token}`, ...options.params },
    on: { closed: (event) => void (ending = event as { code: number; reason: string }) },
  });
  client.subscribe<Message["data"] & object, { cursor: string }>(
    { query: "subscription { submissionEvents { id type } }" },
    {
      next: (message) => void messages.push(message as Message),
      error: (error) => void (refusal = JSON.stringify(error)),
      complete: () => {},
    },
  );
  const stream: TestStream = {
    messages,
    eventIds: () => messages.flatMap(({ data }) => data?.submissionEvents?.id ?? []),
    refused: () => refusal,
    closed: () => ending,
    close: async () => void (await client.dispose()),
  };
  await until("the stream begins or ends", () => messages.length > 0 || ending !== null);
  return stream;
}

/** A connection over WebSocket that asks nothing once it is let in. */
export function openIdle(platform: TestPlatform, token: string, params: Record<string, unknown> = {}) {
  let isIn = false;
  let ending: { code: number; reason: string } | null = null;
  const client = createClient({
    url: platform.graphUrl.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => {},
    connectionParams: { authorization: `Bearer ${token}`, ...params },
    on: { connected: () => void (isIn = true), closed: (event) => void (ending = event as typeof ending) },
  });
  return { isIn: () => isIn, closed: () => ending, close: async () => void (await client.dispose()) };
}

/** Waits until something is so. @throws after `timeoutMs` */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const found = await poll(async () => (await isSo()) || undefined, { timeoutMs, everyMs: 20 });
  if (!found) throw new Error(`It did not happen within ${timeoutMs} ms that ${what}.`);
}
