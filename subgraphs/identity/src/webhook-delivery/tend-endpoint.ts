import { setTimeout as sleep } from "node:timers/promises";
import { after, secondMs } from "@studio/kit/clock.js";
import { disableEndpoint } from "../webhook-endpoint/disable-endpoint.js";
import { lockWebhookEndpoint, type WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.repository.js";
import type { WebhookDisabledReason } from "../webhook-endpoint/webhook-endpoint.values.js";
import { isGivenUp } from "./retry.policy.js";
import { sendDelivery, type Send, type Sent, type WebhookWork } from "./send-delivery.js";
import { takeUpEvents } from "./take-up-events.js";
import { firstOfThreads, type DeliveryRow } from "./webhook-delivery.repository.js";
import type { Turn } from "./webhook-turn.repository.js";

const THREADS_AT_ONCE = 10;
/** After so many of a thread, those that wait for a place come first. */
const OF_A_THREAD = 20;
/** So many events are on their way; what comes behind them stays in the log. */
const ON_THE_WAY = 200;
/** While something is being sent, what is new is looked for so often. */
const LOOK_MS = secondMs;

/** How long an endpoint with nothing to do is left alone if no wake-up comes. */
export const IDLE_MS = 5 * secondMs;

/** What one look at an endpoint found. */
interface Found {
  endpoint: WebhookEndpointRow;
  /** The first deliveries of threads of which nothing is being sent. */
  heads: DeliveryRow[];
  /** Whether the log may hold more. */
  hasMore: boolean;
}

/**
 * Looks after one endpoint for a turn: puts what is new in the log on its way, and sends what is due, one event of a
 * thread at a time. A thread whose event is not answered keeps no other waiting. The turn lasts while there is
 * something to send and `mayGoOn`. @returns when the endpoint is to be looked after next; null if it is not in use
 */
export function tendEndpoint(work: WebhookWork, turn: Turn, mayGoOn: () => boolean): Promise<Date | null> {
  return new EndpointTurn(work, turn, mayGoOn).run();
}

class EndpointTurn {
  readonly #work: WebhookWork;
  readonly #turn: Turn;
  readonly #mayGoOn: () => boolean;
  readonly #running = new Map<string, Promise<void>>();
  #onTheWay = 0;
  #hasDelivered = false;
  #ending: WebhookDisabledReason | null = null;
  #problem: Error | null = null;

  constructor(work: WebhookWork, turn: Turn, mayGoOn: () => boolean) {
    this.#work = work;
    this.#turn = turn;
    this.#mayGoOn = mayGoOn;
  }

  async run(): Promise<Date | null> {
    const found = await this.#send().finally(() => Promise.all(this.#running.values()));
    if (this.#problem) throw this.#problem;
    if (!found) return null;
    const now = this.#work.clock.now();
    const isDisabled = this.#ending === "gone" || (this.#ending === "failing" && !this.#hasDelivered);
    if (isDisabled) return disableEndpoint(this.#work, found.endpoint, this.#ending!);
    return found.hasMore || !this.#isUndisturbed() ? now : nextTurn(found.heads, now);
  }

  /** Sends until nothing is due, or the turn must end. @returns what it found last */
  async #send(): Promise<Found | null> {
    for (;;) {
      const found = await this.#look();
      if (!found || !this.#isUndisturbed()) return found;
      const now = this.#work.clock.now();
      for (const head of found.heads) if (head.nextAt! <= now) this.#start(found.endpoint, head);
      if (this.#running.size === 0) return found;
      await this.#pause();
    }
  }

  #isUndisturbed(): boolean {
    return this.#ending === null && this.#problem === null && this.#mayGoOn();
  }

  /** Takes up what is new, unless enough is on its way. @returns null if the endpoint is not in use */
  #look(): Promise<Found | null> {
    const { accountId, endpointId } = this.#turn;
    return this.#work.db.inAccount(accountId, async (tx) => {
      const endpoint = await lockWebhookEndpoint(tx, accountId, endpointId);
      if (endpoint?.status !== "active") return null;
      const isFull = this.#onTheWay >= ON_THE_WAY;
      const { count, hasMore } = isFull
        ? { count: 0, hasMore: true }
        : await takeUpEvents(tx, endpoint, this.#work.clock.now(), ON_THE_WAY);
      this.#onTheWay += count;
      const limit = THREADS_AT_ONCE - this.#running.size;
      const heads = await firstOfThreads(tx, { accountId, endpointId }, [...this.#running.keys()], limit);
      return { endpoint, heads, hasMore };
    });
  }

  #start(endpoint: WebhookEndpointRow, head: DeliveryRow): void {
    const sending = this.#sendThread({ endpoint, delivery: head })
      .catch((error: unknown) => void (this.#problem ??= new Error("A delivery was not made.", { cause: error })))
      .finally(() => this.#running.delete(head.thread));
    this.#running.set(head.thread, sending);
  }

  async #sendThread(head: Send): Promise<void> {
    let next: Send | null = head;
    for (let count = 0; next && count < OF_A_THREAD; count++) {
      const sent: Sent = await sendDelivery(this.#work, next);
      this.#onTheWay--;
      this.#judge(next.endpoint, sent);
      next = this.#isUndisturbed() ? sent.next : null;
    }
  }

  #judge({ failingSince }: WebhookEndpointRow, { verdict, isGone }: Sent): void {
    const isFailing = verdict.kind === "retry" || verdict.kind === "failed";
    this.#hasDelivered ||= !isFailing;
    if (isGone) this.#ending = "gone";
    else if (isFailing && isGivenUp(failingSince, this.#work.clock.now())) this.#ending ??= "failing";
  }

  /** Until a thread has come to its end, or it is time to look for what is new. */
  async #pause(): Promise<void> {
    const done = new AbortController();
    const look = sleep(LOOK_MS, undefined, { signal: done.signal }).catch(() => {});
    try {
      await Promise.race([look, ...this.#running.values()]);
    } finally {
      done.abort();
    }
  }
}

function nextTurn([first]: DeliveryRow[], now: Date): Date {
  const idle = after(now, IDLE_MS);
  return first?.nextAt && first.nextAt < idle ? first.nextAt : idle;
}
