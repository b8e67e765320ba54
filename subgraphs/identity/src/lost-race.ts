/** PostgreSQL's unique violation, deadlock, and values that a definition keeps elsewhere by now: somebody was faster. */
const LOST_RACE = new Set(["23505", "40P01", "40001"]);

/** Whether a write failed because somebody else wrote at the same time: planning anew will see what they did. */
export function isLostRace(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (LOST_RACE.has(String((current as { code?: unknown }).code))) return true;
  }
  return false;
}
