import { Readable } from "node:stream";
import { anonymous } from "@studio/kit/auth/viewer.js";
import { signGatewayToken, type GatewayClaims } from "@studio/kit/auth/gateway-token.js";
import { badInput, unavailable } from "@studio/kit/error/codes.js";
import { isDependencyAway } from "@studio/kit/error/public-error.js";
import { describeError, type Logger } from "@studio/kit/logger.js";
import type { SubgraphRequest } from "@studio/kit/server/subgraph.js";
import type { FormattedExecutionResult } from "graphql";
import type { CryptoKey } from "jose";
import { Pool, type Dispatcher } from "undici";
import { REQUEST_ID_HEADER } from "../request-id.js";
import type { SubgraphLink } from "./subgraph-link.js";

export interface HttpLinkOptions {
  name: string;
  /** The subgraph's address, without a path. */
  url: string;
  /** The gateway's private key: each call carries a token signed for this subgraph. */
  signingKey: CryptoKey;
  /** How long one GraphQL fetch may take. */
  timeoutMs: number;
  /** How many bytes one GraphQL answer may hold. */
  maxResponseBytes: number;
  connections: number;
  logger: Logger;
}

const READY_TIMEOUT_MS = 2_000;
/** How long a stream of bytes may pause. */
const STALL_MS = 30_000;

/** A link to a subgraph in another process, over keep-alive connections. */
export class HttpLink implements SubgraphLink {
  readonly name: string;
  readonly #options: HttpLinkOptions;
  readonly #graphql: Pool;
  readonly #bytes: Pool;

  constructor(options: HttpLinkOptions) {
    const { url, connections, maxResponseBytes } = options;
    const shared = { connections, connect: { timeout: 2_000 }, keepAliveTimeout: 30_000 };
    this.name = options.name;
    this.#options = options;
    this.#graphql = new Pool(url, { ...shared, maxResponseSize: maxResponseBytes });
    this.#bytes = new Pool(url, { ...shared, headersTimeout: STALL_MS, bodyTimeout: STALL_MS });
  }

  async execute({
    query,
    operationName,
    variables,
    viewer,
    purpose,
    requestId,
  }: SubgraphRequest): Promise<FormattedExecutionResult> {
    try {
      const answer = await this.#graphql.request({
        path: "/graphql",
        method: "POST",
        headers: { ...(await this.#authorize({ viewer, purpose, requestId })), "content-type": "application/json" },
        body: JSON.stringify({ query, operationName, variables }),
        signal: AbortSignal.timeout(this.#options.timeoutMs),
      });
      return await readResult(answer);
    } catch (error) {
      throw this.#toPublic(error);
    }
  }

  async fetch(request: Request): Promise<Response> {
    try {
      const requestId = request.headers.get(REQUEST_ID_HEADER) ?? "unknown";
      return await forward(this.#bytes, request, await this.#authorize({ viewer: anonymous, requestId }));
    } catch (error) {
      throw this.#toPublic(error);
    }
  }

  async ready(): Promise<void> {
    const signal = AbortSignal.timeout(READY_TIMEOUT_MS);
    const answer = await this.#graphql.request({ path: "/health/ready", method: "GET", signal });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw unavailable(`${this.name} is not ready.`);
  }

  async close(): Promise<void> {
    await Promise.all([this.#graphql.close(), this.#bytes.close()]);
  }

  async #authorize(claims: GatewayClaims): Promise<Record<string, string>> {
    const token = await signGatewayToken(claims, this.name, this.#options.signingKey);
    return { authorization: `Bearer ${token}`, [REQUEST_ID_HEADER]: claims.requestId };
  }

  /** What the rest of the gateway may know of a failed call; the log keeps the class and code. */
  #toPublic(error: unknown): unknown {
    this.#options.logger.warn({ subgraph: this.name, ...describeError(error) }, "subgraph call failed");
    const { code } = error as { code?: string };
    if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE")
      return badInput("The answer is too large: ask for fewer rows or fields.");
    const timedOut = error instanceof DOMException && error.name === "TimeoutError";
    const away = error instanceof UnexpectedStatus && error.status >= 500;
    return timedOut || away || isDependencyAway(error) ? unavailable() : error;
  }
}

/** Thrown when a subgraph answers with a status that a gateway should never see. */
class UnexpectedStatus extends Error {
  override name = "UnexpectedStatus";
  readonly status: number;
  constructor(status: number) {
    super(`The subgraph answered ${status}.`);
    this.status = status;
  }
}

async function readResult(answer: Dispatcher.ResponseData): Promise<FormattedExecutionResult> {
  if (answer.statusCode === 200) return (await answer.body.json()) as FormattedExecutionResult;
  await answer.body.dump();
  throw new UnexpectedStatus(answer.statusCode);
}

/** Headers that speak of the one connection they came over (RFC 9110 § 7.6.1): the client's is another. */
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

async function forward(pool: Pool, request: Request, authorization: Record<string, string>): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const answer = await pool.request({
    path: pathname + search,
    method: request.method,
    headers: { ...Object.fromEntries(request.headers), ...authorization },
    body: request.body ? Readable.fromWeb(request.body as never) : null,
    signal: request.signal,
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (HOP_BY_HOP.has(name)) continue;
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  }
  const empty = request.method === "HEAD" || answer.statusCode === 204 || answer.statusCode === 304;
  if (empty) await answer.body.dump();
  return new Response(empty ? null : (Readable.toWeb(answer.body) as ReadableStream), {
    status: answer.statusCode,
    headers,
  });
}
