const MAX_LENGTH = 100;
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** Reads a first or last name: NFC, trimmed, 1 to 100 characters, no control characters. Null if it is none. */
export function readName(text: string): string | null {
  const name = text.trim().normalize("NFC");
  return name.length > 0 && name.length <= MAX_LENGTH && !CONTROL.test(name) ? name : null;
}

/** Reads an external id: trimmed, 1 to 128 visible characters. Null if it is none. */
export function readExternalId(text: string): string | null {
  const id = text.trim().normalize("NFC");
  return id.length > 0 && id.length <= 128 && !/\p{C}/u.test(id) ? id : null;
}
