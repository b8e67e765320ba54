import { GroupNameTaken } from "./group.errors.js";

const UNIQUE_VIOLATION = "23505";
const CONSTRAINT = "contact_group_name_once";

/** Turns the database's word that another group in use has the name into the user's error, wherever it came from. */
export async function orNameTaken<T>(change: Promise<T>, path: string[]): Promise<T | GroupNameTaken> {
  try {
    return await change;
  } catch (error) {
    if (isClash(error)) return GroupNameTaken.at(path);
    throw error;
  }
}

function isClash(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, constraint_name: name } = current as { code?: unknown; constraint_name?: unknown };
    if (code === UNIQUE_VIOLATION && name === CONSTRAINT) return true;
  }
  return false;
}
