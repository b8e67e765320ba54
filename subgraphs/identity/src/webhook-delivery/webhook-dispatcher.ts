import { after, secondMs } from "@studio/kit/clock.js";
import { describeError, type Logger } from "@studio/kit/logger.js";
import type { WebhookWork } from "./send-delivery.js";
import { tendEndpoint } from "./tend-endpoint.js";
import { claimTurns, giveBackTurn, hastenTurns, renewTurn, type ClaimedTurn } from "./webhook-turn.repository.js";

/** A turn is held for so long and renewed while it lasts; after a crash somebody else takes it up. */
const CLAIM_MS = 10 * secondMs;
const RENEW_MS = 3 * secondMs;
const TURNS_AT_ONCE = 256;
/** A turn that lasts longer makes room when others wait for one. */
const LONG_TURN_MS = 5 * secondMs;
const LOOK_MS = secondMs;

/**
 * Looks after every endpoint of the platform, together with the dispatchers of other processes. Endpoints are tended
 * side by side, so that one that does not answer keeps nobody waiting.
 */
export class WebhookDispatcher {
  readonly #work: WebhookWork;
  readonly #logger: Logger;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<void>>();
  readonly #woken = new Set<string>();
  #ring: () => void = () => {};
  #loop: Promise<void> | null = null;

  constructor(work: WebhookWork, logger: Logger) {
    this.#work = work;
    this.#logger = logger;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Something happened in the account. */
  notify(accountId: string): void {
    this.#woken.add(accountId);
    this.#ring();
  }

  /** Something may have happened anywhere: what is due shows by itself. */
  notifyAll(): void {
    this.#ring();
  }

  /** Lets what is being sent finish. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#ring();
    await this.#loop;
    await Promise.all(this.#running);
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const bell = new Promise<void>((resolve) => (this.#ring = resolve));
      const isBusy = await this.#look().catch((error: unknown) => {
        this.#logger.warn(describeError(error), "webhooks wait for the database");
        return false;
      });
      if (isBusy) continue;
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([bell, new Promise<void>((resolve) => (timer = setTimeout(resolve, LOOK_MS)))]);
      clearTimeout(timer);
    }
  }

  /** @returns whether more may be due than could be taken */
  async #look(): Promise<boolean> {
    const { db, clock } = this.#work;
    const free = TURNS_AT_ONCE - this.#running.size;
    const woken = [...this.#woken];
    this.#woken.clear();
    const now = clock.now();
    // Apart: a row that one transaction writes twice has its foreign key checked, which waits for whoever holds the
    // endpoint, and they may be waiting for the turn.
    if (woken.length > 0) await db.inDirectory((tx) => hastenTurns(tx, woken, now));
    const until = after(now, CLAIM_MS);
    const turns = free > 0 ? await db.inDirectory((tx) => claimTurns(tx, now, until, free)) : [];
    for (const turn of turns) this.#take(turn);
    return turns.length === free && free > 0;
  }

  #take(turn: ClaimedTurn): void {
    const tending = this.#tend(turn).finally(() => {
      this.#running.delete(tending);
      this.#ring();
    });
    this.#running.add(tending);
  }

  async #tend(turn: ClaimedTurn): Promise<void> {
    const hold = this.#hold(turn);
    try {
      const nextAt = await tendEndpoint(this.#work, turn, this.#mayGoOn(turn)).finally(() => hold.end());
      await this.#work.db.inDirectory((tx) => giveBackTurn(tx, turn, nextAt));
    } catch (error) {
      this.#logger.warn(
        { endpoint: turn.endpointId, ...describeError(error) },
        "an endpoint was not looked after; it will be again",
      );
    }
  }

  /** Whether a turn that was just taken is still held, and nobody needs its place. */
  #mayGoOn(turn: ClaimedTurn): () => boolean {
    const { clock } = this.#work;
    const roomUntil = after(clock.now(), LONG_TURN_MS);
    return () => {
      const now = clock.now();
      const isHeld = turn.claimedUntil !== null && now < turn.claimedUntil;
      const hasRoom = this.#running.size < TURNS_AT_ONCE || now < roomUntil;
      return isHeld && hasRoom && !this.#stopping.signal.aborted;
    };
  }

  /** Keeps a turn for as long as it takes. One that could not be renewed may pass to somebody else. */
  #hold(turn: ClaimedTurn): { end(): Promise<void> } {
    const { db, clock } = this.#work;
    let renewing = Promise.resolve();
    const renew = async () => {
      const until = after(clock.now(), CLAIM_MS);
      if (await db.inDirectory((tx) => renewTurn(tx, turn, until))) turn.claimedUntil = until;
    };
    const timer = setInterval(() => (renewing = renew().catch(() => {})), RENEW_MS);
    return {
      end: async () => {
        clearInterval(timer);
        await renewing;
      },
    };
  }
}
