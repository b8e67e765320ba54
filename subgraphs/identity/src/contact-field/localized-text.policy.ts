/** A text in one language. */
export interface LocalizedText {
  /** A BCP 47 tag, for example `de` or `fr-CH`. */
  locale: string;
  text: string;
}

const MAX_LANGUAGES = 20;
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** The BCP 47 tag in its canonical form, or null if it is none. */
export function readLocale(tag: string): string | null {
  try {
    return tag.length <= 35 ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** One line for people: trimmed, NFC, 1 to `limit` characters. Null if it is none. */
export function readLine(text: string, limit: number): string | null {
  const line = text.trim().normalize("NFC");
  return line.length > 0 && line.length <= limit && !CONTROL.test(line) ? line : null;
}

/** Texts by canonical locale, or where they are wrong and why. Each language once. */
export function readLocalized(
  texts: readonly LocalizedText[],
  limit: number,
): { ok: true; byLocale: Map<string, string> } | { ok: false; at: string[]; message: string } {
  const byLocale = new Map<string, string>();
  if (texts.length > MAX_LANGUAGES) return { ok: false, at: [], message: `Give at most ${MAX_LANGUAGES} languages.` };
  for (const [index, { locale, text }] of texts.entries()) {
    const tag = readLocale(locale);
    const line = readLine(text, limit);
    const wrong = (name: string, message: string) => ({ ok: false as const, at: [String(index), name], message });
    if (tag === null) return wrong("locale", "Expected a language tag such as en or fr-CH (BCP 47).");
    if (byLocale.has(tag)) return wrong("locale", "Give each language once.");
    if (line === null) return wrong("text", `Expected a text of 1 to ${limit} characters on one line.`);
    byLocale.set(tag, line);
  }
  return { ok: true, byLocale };
}

/** The text that suits a reader best: their language, the same without region, else the default (RFC 4647 lookup). */
export function pickText(
  wanted: string | null | undefined,
  texts: Readonly<Record<string, string | undefined>>,
): string | null {
  let tag = wanted == null ? null : readLocale(wanted);
  while (tag !== null) {
    const text = Object.hasOwn(texts, tag) ? texts[tag] : undefined;
    if (text !== undefined) return text;
    tag = tag.includes("-") ? tag.slice(0, tag.lastIndexOf("-")) : null;
  }
  return null;
}
