/** Where the present comes from. Deadlines and expiries ask it, so that tests can move time. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs on from the machine's, and that a test can push forward or back. */
export class MovableClock implements Clock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Moves the clock by `ms` milliseconds; a negative number moves it back. */
  advance(ms: number): void {
    this.#offsetMs += ms;
  }

  /** Returns to the machine's time. */
  reset(): void {
    this.#offsetMs = 0;
  }
}

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** `date` moved by `ms` milliseconds. */
export function after(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms);
}
