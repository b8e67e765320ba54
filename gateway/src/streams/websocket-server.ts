import type { IncomingMessage, Server } from "node:http";
import type { ExecutionArgs } from "graphql";
import { GraphQLError } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer, type WebSocket } from "ws";
import { forbidden } from "@studio/kit/error/codes.js";
import type { OpenConnections } from "./open-connections.js";
import type { Operation } from "./run-operation.js";
import { shownOverWebSocket } from "./shown-credential.js";
import { socketPeer } from "./socket-peer.js";
import { StreamConnection, type StreamServices } from "./stream-connection.js";
import type { StreamPeer } from "./stream-peer.js";
import type { PageQuery } from "./subscription-rewrite.js";

export interface WebSocketSettings {
  maxPayload: number;
  /** How long a client may take to close when the gateway stops. */
  closeMs: number;
}

export interface RunningWebSockets {
  /** Takes no more connections, and ends those that do not close by themselves. */
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
  services: StreamServices,
  open: OpenConnections,
  settings: WebSocketSettings,
): RunningWebSockets {
  const sockets = new WebSocketServer({ server, path: "/graphql", maxPayload: settings.maxPayload });
  sockets.on("connection", readAsItReads);
  const connectionOf = (extra: Partial<Extra>) => (extra as Extra).connection;
  useServer<Record<string, unknown>, Partial<Extra>>(
    {
      connectionInitWaitTimeout: 5_000,
      onConnect: async ({ extra, connectionParams }) => {
        const peer = socketPeer(extra.socket);
        const connection = new StreamConnection(peer, shownOverWebSocket(connectionParams, extra.request), services);
        extra.connection = connection;
        open.add(connection);
        extra.socket.once("close", () => {
          connection.close();
          open.delete(connection);
        });
        return connection.open().then(
          () => true,
          (error: unknown) => turnAway(peer, error),
        );
      },
      onSubscribe: ({ extra, subscriptions }, _id, payload) =>
        accept(services, connectionOf(extra), payload as Operation, Object.keys(subscriptions).length),
      onPing: ({ extra }, payload) => renew(connectionOf(extra), payload, extra.request),
      execute: ({ contextValue }) => executeAccepted(contextValue as Accepted) as never,
      subscribe: ({ contextValue }) => subscribeAccepted(contextValue as Accepted) as never,
      onNext: (_context, _id, _payload, _args, result) => result as never,
      onError: ({ extra }, _id, _payload, errors) => errors.map((error) => connectionOf(extra).publicError(error)),
    },
    sockets,
  );
  return { stop: () => stop(sockets, settings.closeMs) };
}

/** Hears a client only while it takes what it is answered: pings of one that does not read would pile up as pongs. */
function readAsItReads(socket: WebSocket, { socket: line }: IncomingMessage): void {
  const hold = () => {
    if (!line.writableNeedDrain || socket.isPaused) return;
    socket.pause();
    line.once("drain", () => socket.resume());
  };
  socket.on("message", hold).on("ping", hold);
}

/** A `ping` that carries a fresh token goes on with it; any other is only answered. */
async function renew(
  connection: StreamConnection | undefined,
  payload: Record<string, unknown> | undefined,
  request: IncomingMessage | undefined,
): Promise<void> {
  if (!connection || !request || payload?.["authorization"] === undefined) return;
  await connection.renew(shownOverWebSocket(payload, request)).catch(() => {});
}

/** A bad credential has been refused already; whatever else was wrong with what the client showed is refused here. */
function turnAway(peer: StreamPeer, error: unknown): false {
  const code = error instanceof GraphQLError ? error.extensions["code"] : undefined;
  if (code === "BAD_USER_INPUT") peer.refuse((error as GraphQLError).message);
  else if (code !== "UNAUTHENTICATED") peer.sendAway("Sign-in is briefly unavailable");
  return false;
}

function accept(
  services: StreamServices,
  connection: StreamConnection,
  request: Operation,
  running: number,
): ExecutionArgs | readonly GraphQLError[] {
  const { schema, readOperation, settings } = services;
  if (running > settings.maxSubscriptions) {
    const message = `A connection may run ${settings.maxSubscriptions} operations at once.`;
    return [new GraphQLError(message, { extensions: { code: "RATE_LIMITED" } })];
  }
  try {
    const { document, page } = readOperation(request);
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

async function stop(sockets: WebSocketServer, closeMs: number): Promise<void> {
  const force = setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), closeMs);
  await new Promise<void>((resolve) => sockets.close(() => resolve()));
  clearTimeout(force);
}
