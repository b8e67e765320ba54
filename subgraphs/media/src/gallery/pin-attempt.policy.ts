import { after, minuteMs, secondMs } from "@studio/kit/clock.js";

/** For how long tries of a PIN count. */
export const PIN_WINDOW_MS = 15 * minuteMs;
const PER_ADDRESS = 5;
/** From how many tries from anywhere on each address has to wait between its own. */
const SLOW_FROM = 20;
const SLOW_MS = 30 * secondMs;

/** Tries of late: how many, since when, and the last one. */
export interface Tries {
  attempts: number;
  since: Date;
  lastAt: Date;
}

/** Tries that still count; null for none. */
export function stillCounting(tries: Tries | null, now: Date): Tries | null {
  return tries !== null && after(tries.since, PIN_WINDOW_MS) > now ? tries : null;
}

/**
 * From when on a PIN may be tried from an address, or null if now (P10, P32). An address is locked out by its own
 * tries alone, so nobody can lock out another; many tries from anywhere only make each address wait between its own.
 */
export function retryAt(own: Tries | null, all: Tries | null, now: Date): Date | null {
  const mine = stillCounting(own, now);
  if (mine === null) return null;
  if (mine.attempts >= PER_ADDRESS) return after(mine.since, PIN_WINDOW_MS);
  const calm = (stillCounting(all, now)?.attempts ?? 0) < SLOW_FROM;
  const next = after(mine.lastAt, SLOW_MS);
  return calm || next <= now ? null : next;
}
