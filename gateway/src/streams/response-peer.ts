import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { unauthenticated, unavailable } from "@studio/kit/error/codes.js";
import type { GraphQLFormattedError } from "graphql";
import type { StreamFormat, StreamedResult } from "./stream-format.js";
import type { StreamPeer } from "./stream-peer.js";

/** Proxies commonly take a response for dead after 15 to 60 silent seconds. */
const HEARTBEAT_MS = 12_000;

/** A client that reads messages from the body of one response. It holds no more than the socket's own buffer. */
export class ResponsePeer implements StreamPeer {
  readonly #response: ServerResponse;
  readonly #format: StreamFormat;
  readonly #publicError: (error: unknown) => GraphQLFormattedError;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #gone = new AbortController();

  constructor(response: ServerResponse, format: StreamFormat, publicError: (error: unknown) => GraphQLFormattedError) {
    this.#response = response;
    this.#format = format;
    this.#publicError = publicError;
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
    response.once("close", () => {
      clearInterval(this.#heartbeat);
      this.#gone.abort();
    });
  }

  /** Sends the head of the response. */
  open(headers: Record<string, string | number | string[] | undefined>): void {
    this.#response.writeHead(200, {
      ...headers,
      "content-type": this.#format.contentType,
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    this.#response.write(this.#format.opening);
  }

  /** Sends one message, and waits until the client takes more. */
  async send(result: StreamedResult): Promise<void> {
    if (this.#ended || this.#response.write(this.#format.message(result))) return;
    await once(this.#response, "drain", { signal: this.#gone.signal }).catch(() => {});
  }

  /** Ends the stream for good, with the error that ended it. */
  finish(error?: unknown): void {
    if (this.#ended) return;
    this.#response.end(this.#format.end(error === undefined ? [] : [this.#publicError(error)]));
  }

  refuse(reason: string): void {
    this.finish(unauthenticated(`${reason[0]?.toUpperCase()}${reason.slice(1)}. Sign in again, then resume.`));
  }

  sendAway(reason: string): void {
    this.finish(unavailable(`${reason}. Try again in a moment.`));
  }

  /** Without the protocol's own end: a client takes that for a lost connection, comes again and resumes. */
  restart(): void {
    if (!this.#ended) this.#response.end();
  }

  cut(): void {
    this.#response.destroy();
  }

  /** Also before it began: what is wrong until then is an ordinary HTTP error. */
  get #ended(): boolean {
    return !this.#response.headersSent || this.#response.writableEnded || this.#response.destroyed;
  }

  #beat(): void {
    if (!this.#ended && !this.#response.writableNeedDrain) this.#response.write(this.#format.heartbeat);
  }
}
