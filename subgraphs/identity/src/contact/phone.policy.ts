/** Reads a phone number as E.164 (`+` and 7 to 15 digits); spaces, dots, dashes and brackets are dropped. Null if it is none. */
export function readPhone(text: string): string | null {
  const number = text
    .trim()
    .replace(/^00/, "+")
    .replaceAll(/[\s().-]/g, "");
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}
