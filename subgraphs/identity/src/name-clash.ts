const UNIQUE_VIOLATION = "23505";

/**
 * Turns the database's word that something of the account has a name already into the user's error, wherever it came
 * from: of two who take it at once, one succeeds.
 */
export async function orNameTaken<T, Taken>(change: Promise<T>, constraint: string, taken: Taken): Promise<T | Taken> {
  try {
    return await change;
  } catch (error) {
    if (isClash(error, constraint)) return taken;
    throw error;
  }
}

function isClash(error: unknown, constraint: string): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, constraint_name: name } = current as { code?: unknown; constraint_name?: unknown };
    if (code === UNIQUE_VIOLATION && name === constraint) return true;
  }
  return false;
}
