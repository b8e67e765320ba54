const NAME_LENGTH = 100;

/** How many contacts one call may add or remove. */
export const MAX_CONTACTS_A_CALL = 2000;

/** Reads a group's name: NFC, trimmed, single spaces, 1 to 100 visible characters. Null if it is none. */
export function readGroupName(text: string): string | null {
  const name = text.trim().normalize("NFC").replaceAll(/\s+/gu, " ");
  return name.length > 0 && name.length <= NAME_LENGTH && !/\p{C}/u.test(name) ? name : null;
}
