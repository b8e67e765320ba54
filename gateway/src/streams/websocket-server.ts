import type { IncomingMessage, Server } from "node:http";
import type { ExecutionArgs } from "graphql";
import { GraphQLError } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer, type WebSocket } from "ws";
import { forbidden } from "@studio/kit/error/codes.js";
import { SERVICE_RESTART } from "./close-codes.js";
import { readOperation } from "./read-subscription.js";
import type { Operation } from "./run-operation.js";
import { shownOverWebSocket } from "./shown-credential.js";
import { StreamConnection, type StreamServices } from "./stream-connection.js";
import type { PageQuery } from "./subscription-rewrite.js";

export interface WebSocketSettings {
  maxPayload: number;
  /** How long streams may take to send their last cursor when the gateway stops. */
  drainMs: number;
}

export interface RunningWebSockets {
  /** Lets each stream send its last cursor, then closes every connection with 1012 so that clients reconnect. */
  stop(): Promise<void>;
}

interface Extra {
  socket: WebSocket;
  request: IncomingMessage;
  connection: StreamConnection;
}

/** What `onSubscribe` found, for `execute` and `subscribe`. */
interface Accepted {
  connection: StreamConnection;
  request: Operation;
  page: PageQuery | null;
}

/** Serves `/graphql` over WebSocket (graphql-transport-ws): subscriptions, and any other operation. */
export function serveWebSockets(
  server: Server,
  shared: Omit<StreamServices, "draining">,
  settings: WebSocketSettings,
): RunningWebSockets {
  const sockets = new WebSocketServer({ server, path: "/graphql", maxPayload: settings.maxPayload });
  const open = new Set<StreamConnection>();
  const draining = new AbortController();
  const services: StreamServices = { ...shared, draining: draining.signal };
  const connectionOf = (extra: Partial<Extra>) => (extra as Extra).connection;
  useServer<Record<string, unknown>, Partial<Extra>>(
    {
      connectionInitWaitTimeout: 5_000,
      onConnect: async ({ extra, connectionParams }) => {
        const connection = new StreamConnection(
          extra.socket,
          shownOverWebSocket(connectionParams, extra.request),
          services,
        );
        extra.connection = connection;
        open.add(connection);
        extra.socket.once("close", () => {
          connection.close();
          open.delete(connection);
        });
        return connection.open();
      },
      onSubscribe: ({ extra, subscriptions }, _id, payload) =>
        accept(services, connectionOf(extra), payload as Operation, Object.keys(subscriptions).length),
      execute: ({ contextValue }) => executeAccepted(contextValue as Accepted) as never,
      subscribe: ({ contextValue }) => subscribeAccepted(contextValue as Accepted) as never,
      onNext: (_context, _id, _payload, _args, result) => result as never,
      onError: ({ extra }, _id, _payload, errors) => errors.map((error) => connectionOf(extra).publicError(error)),
    },
    sockets,
  );
  return { stop: () => stop(sockets, open, draining, settings.drainMs) };
}

function accept(
  services: StreamServices,
  connection: StreamConnection,
  request: Operation,
  running: number,
): ExecutionArgs | readonly GraphQLError[] {
  const { schema, limits, settings } = services;
  if (running > settings.maxSubscriptions) {
    const message = `A connection may run ${settings.maxSubscriptions} operations at once.`;
    return [new GraphQLError(message, { extensions: { code: "RATE_LIMITED" } })];
  }
  try {
    const { document, page } = readOperation(schema, request, limits);
    if (page && connection.isPreview) return [forbidden("Subscription", "a preview has no streams")];
    const contextValue: Accepted = { connection, request, page };
    return { schema, document, operationName: request.operationName, contextValue };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function executeAccepted({ connection, request }: Accepted) {
  return connection.execute(request);
}

function subscribeAccepted({ connection, request, page }: Accepted) {
  if (!page) throw new TypeError("Only a subscription can be subscribed to.");
  return connection.subscribe(page, request.operationName);
}

async function stop(
  sockets: WebSocketServer,
  open: ReadonlySet<StreamConnection>,
  draining: AbortController,
  drainMs: number,
): Promise<void> {
  draining.abort();
  await Promise.race([Promise.all([...open].map((connection) => connection.drained())), timeout(drainMs)]);
  for (const socket of sockets.clients) socket.close(SERVICE_RESTART, "Service restart");
  const force = setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), drainMs);
  await new Promise<void>((resolve) => sockets.close(() => resolve()));
  clearTimeout(force);
}

function timeout(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
