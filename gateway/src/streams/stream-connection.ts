import { randomUUID } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import { actorId, anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import type { Clock } from "@studio/kit/clock.js";
import type { ErrorCode } from "@studio/kit/error/codes.js";
import type { Wakeups } from "@studio/kit/events/wakeups.js";
import type { Logger } from "@studio/kit/logger.js";
import { GraphQLError, type FormattedExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import type { GatewayContext } from "../context.js";
import { clientError } from "../error/client-error.js";
import type { ResolvedViewer, ShownCredential, ViewerResolver } from "../viewer/viewer-resolver.js";
import type { DatedPage, StreamMessage, StreamSettings } from "./event-stream.js";
import { OpenStream, type StreamOwner } from "./open-stream.js";
import type { OperationReader } from "./read-subscription.js";
import { runOperation, type Operation } from "./run-operation.js";
import type { SharedReads } from "./shared-reads.js";
import type { SharedWaits } from "./shared-waits.js";
import type { StreamPeer } from "./stream-peer.js";
import type { PageQuery } from "./subscription-rewrite.js";

/** What every connection shares. */
export interface StreamServices {
  server: ApolloServer<GatewayContext>;
  schema: GraphQLSchema;
  readOperation: OperationReader;
  resolveViewer: ViewerResolver;
  wakeups: Wakeups;
  reads: SharedReads;
  waits: SharedWaits<DatedPage>;
  settings: StreamSettings & { maxSubscriptions: number; stallMs: number };
  draining: AbortSignal;
  clock: Clock;
  logger: Logger;
}

/** How often an expiry is compared with the clock, which may be set, or stand still while a machine sleeps. */
const EXPIRY_TICK_MS = 500;
const EXPIRED = "what you showed has expired";

/** One client's connection, by any transport. Who the client is, is asked again for every operation and every page. */
export class StreamConnection {
  readonly #peer: StreamPeer;
  readonly #services: StreamServices;
  #shown: ShownCredential;
  readonly #streams = new Set<OpenStream>();
  #expiry: NodeJS.Timeout | undefined;
  #viewer: Viewer = anonymous;
  #isClosed = false;

  constructor(peer: StreamPeer, shown: ShownCredential, services: StreamServices) {
    this.#peer = peer;
    this.#shown = shown;
    this.#services = services;
  }

  /** Whether an owner looks as somebody else: to look is all they may. */
  get isPreview(): boolean {
    return this.#shown.preview !== undefined;
  }

  /** Checks the credential once, and again when it runs out by the clock. @throws as `ViewerResolver` does */
  async open(): Promise<void> {
    const { viewer, expiresAt } = await this.#resolve(randomUUID());
    this.#viewer = viewer;
    this.#watchExpiry(expiresAt);
  }

  /** Goes on with a fresh credential of the same viewer. Any other ends the connection. */
  async renew(shown: ShownCredential): Promise<void> {
    const { viewer, expiresAt } = await this.#orRefuse(this.#services.resolveViewer(shown, randomUUID()));
    if (!isSame(viewer, this.#viewer)) return this.#peer.refuse("the new credential is somebody else's");
    this.#shown = shown;
    this.#watchExpiry(expiresAt);
  }

  /** Answers a query or mutation. */
  async execute(request: Operation): Promise<FormattedExecutionResult> {
    const requestId = randomUUID();
    try {
      const { viewer, purpose } = await this.#resolve(requestId);
      return await runOperation(this.#services.server, request, { viewer, purpose, requestId });
    } catch (error) {
      return { errors: [this.publicError(error, requestId)] };
    }
  }

  /** Begins a stream of events. */
  subscribe(page: PageQuery, operationName: string | undefined): AsyncGenerator<StreamMessage, void, void> {
    const owner: StreamOwner = {
      account: this.#viewer.accountId ?? "",
      shown: () => this.#shown,
      orRefuse: (answer) => this.#orRefuse(answer),
      stalled: () => this.#peer.cut(),
    };
    const stream = new OpenStream(this.#services, owner, () => this.#streams.delete(stream));
    this.#streams.add(stream);
    return stream.messages(page, operationName);
  }

  /** The form of an error that may leave the platform. */
  publicError(error: unknown, requestId: string = randomUUID()): GraphQLFormattedError {
    return clientError(error, null, requestId, this.#services.logger);
  }

  /** Resolves when every stream has sent its last cursor. */
  async drained(): Promise<void> {
    await Promise.all([...this.#streams].map((stream) => stream.drained));
  }

  /** Has the client connect anew: the gateway stops. */
  restart(): void {
    this.#peer.restart();
  }

  /** Ends every stream: the client has gone. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#expiry);
    for (const stream of this.#streams) stream.end();
  }

  #resolve(requestId: string): Promise<ResolvedViewer> {
    return this.#orRefuse(this.#services.resolveViewer(this.#shown, requestId));
  }

  async #orRefuse<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (hasCode(error, "UNAUTHENTICATED")) this.#peer.refuse("the credential is not valid");
      throw error;
    }
  }

  #watchExpiry(expiresAt: Date | null): void {
    clearTimeout(this.#expiry);
    if (expiresAt === null || this.#isClosed) return;
    const left = expiresAt.getTime() - this.#services.clock.now().getTime();
    const look = () => (left > EXPIRY_TICK_MS ? this.#watchExpiry(expiresAt) : void this.#lookAnew());
    this.#expiry = setTimeout(look, Math.min(EXPIRY_TICK_MS, Math.max(0, left)));
  }

  /** A renewed session and an extended grant go on. A preview that is over, or whoever is somebody else now, does not. */
  async #lookAnew(): Promise<void> {
    const shown = this.#shown;
    const isRenewed = () => this.#shown !== shown;
    try {
      const { viewer, expiresAt } = await this.#services.resolveViewer(shown, randomUUID());
      if (isRenewed()) return;
      const isOver = expiresAt !== null && expiresAt <= this.#services.clock.now();
      if (isOver || !isSame(viewer, this.#viewer)) this.#peer.refuse(EXPIRED);
      else this.#watchExpiry(expiresAt);
    } catch (error) {
      if (isRenewed()) return;
      if (hasCode(error, "UNAUTHENTICATED") || hasCode(error, "FORBIDDEN")) this.#peer.refuse(EXPIRED);
      else this.#peer.sendAway("Sign-in is briefly unavailable");
    }
  }
}

function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof GraphQLError && error.extensions["code"] === code;
}

function isSame(one: Viewer, other: Viewer): boolean {
  return one.kind === other.kind && one.accountId === other.accountId && actorId(one) === actorId(other);
}
