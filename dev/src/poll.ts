import { setTimeout as delay } from "node:timers/promises";

/**
 * Asks until the answer is not `undefined`.
 * @returns the answer, or `undefined` once `timeoutMs` have passed.
 */
export async function poll<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  { timeoutMs, everyMs }: { timeoutMs: number; everyMs: number },
): Promise<T | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || performance.now() >= deadline) return answer;
    await delay(everyMs);
  }
}
