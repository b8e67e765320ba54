import { badInput } from "@studio/kit/error/codes.js";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { shownOverHttp } from "../viewer/shown-over-http.js";
import type { OpenConnections } from "./open-connections.js";
import type { ReadOperation } from "./read-subscription.js";
import { ResponsePeer } from "./response-peer.js";
import type { Operation } from "./run-operation.js";
import { StreamConnection, type StreamServices } from "./stream-connection.js";
import type { StreamFormat, StreamedResult } from "./stream-format.js";

/**
 * Answers one operation as a stream in the response's body, until it ends, its reader goes, or the gateway stops.
 * What is wrong with the request is thrown before anything is sent, and becomes an ordinary HTTP error.
 */
export async function streamOverHttp(
  services: StreamServices,
  open: OpenConnections,
  { request, reply, format }: { request: FastifyRequest; reply: FastifyReply; format: StreamFormat },
): Promise<void> {
  const operation = operationOf(request);
  const read = services.readOperation(operation);
  if (request.method === "GET" && !read.page) throw badInput("Send queries and mutations by POST; a GET only streams.");
  const peer = new ResponsePeer(reply.raw, format, (error) => connection.publicError(error, request.id));
  const connection = new StreamConnection(peer, shownOverHttp(request), services);
  await connection.open();
  reply.hijack();
  // Who has left meanwhile is not told of again.
  if (reply.raw.destroyed) return connection.close();
  reply.raw.once("close", () => {
    connection.close();
    open.delete(connection);
  });
  peer.open(reply.getHeaders());
  open.add(connection);
  try {
    for await (const message of messagesOf(connection, operation, resumed(read, request))) await peer.send(message);
    peer.finish();
  } catch (error) {
    peer.finish(error);
  }
}

async function* messagesOf(
  connection: StreamConnection,
  operation: Operation,
  { page }: ReadOperation,
): AsyncGenerator<StreamedResult, void, void> {
  if (page) yield* connection.subscribe(page, operation.operationName);
  else yield await connection.execute(operation);
}

/** A client that lost its connection says by `Last-Event-ID` how far it came. */
function resumed(read: ReadOperation, { headers }: FastifyRequest): ReadOperation {
  const last = headers["last-event-id"];
  return read.page && typeof last === "string" && last !== "" ? { ...read, page: { ...read.page, after: last } } : read;
}

const OPERATION = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

function operationOf({ method, query, body }: FastifyRequest): Operation {
  const given = OPERATION.safeParse(method === "GET" ? parametersOf(query as Record<string, unknown>) : body);
  if (!given.success) throw badInput("Send a `query`, and if needed `variables` (an object) and `operationName`.");
  const { data } = given;
  return { query: data.query, operationName: data.operationName ?? undefined, variables: data.variables ?? undefined };
}

function parametersOf({ variables, ...rest }: Record<string, unknown>): Record<string, unknown> {
  if (typeof variables !== "string") return rest;
  try {
    return { ...rest, variables: JSON.parse(variables) };
  } catch {
    throw badInput("`variables` is not valid JSON.", "variables");
  }
}
