/** A statement in a person's own words: trimmed, NFC, within its length in characters, lines allowed. Null if it is none. */
export function readStatement(text: string, min: number, max: number): string | null {
  const statement = text.trim().normalize("NFC");
  return statement.length >= min && statement.length <= max && !statement.includes("\0") && statement.isWellFormed()
    ? statement
    : null;
}
