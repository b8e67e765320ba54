const LONGEST = 500;
/** Shorter numbers, such as versions, tell of nobody. */
const TELLING_DIGITS = 3;

/**
 * The beginning of a receiver's answer, fit to be shown in the delivery log: what it was sent of people, and what looks
 * like an address, a number of a person or a credential is blotted out, since receivers echo what they were sent.
 * @param sent what the payload query read
 */
export function redactExcerpt(text: string, sent?: unknown): string {
  return withoutSent(text, [...valuesIn(sent)])
    .slice(0, LONGEST)
    .replaceAll(/[^\s"'<>@]+@[^\s"'<>@]+/g, "[email]")
    .replaceAll(/\b(?:Bearer|Basic)\s+\S+/gi, "[credential]")
    .replaceAll(/\b(?:sk|ss|we|whsec)_[\w+/=-]+/g, "[credential]")
    .replaceAll(/\+?\d[\d\s().-]{6,}\d/g, "[number]")
    .replaceAll(/\p{Cc}+/gu, " ");
}

/** Blots out values in every form that echoes them, longest first: of a long text also what its end cuts off. */
function withoutSent(text: string, values: readonly string[]): string {
  const forms = [...new Set(values.flatMap(formsOf))]
    .filter((form) => form !== "")
    .toSorted((one, other) => other.length - one.length);
  if (forms.length === 0) return text;
  const whole = text.replaceAll(new RegExp(forms.map(escaped).join("|"), "giu"), "[sent]");
  if (text.length <= LONGEST) return whole;
  const cut = Math.max(...forms.map((form) => cutLength(whole, form)));
  return cut === 0 ? whole : `${whole.slice(0, -cut)}[sent]`;
}

/** A value as it is, as JSON is written (with `\\u` and `\\/` or without), and as URLs and forms carry it. */
function formsOf(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const ascii = json.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const percent = encodeURIComponent(value.toWellFormed());
  const inJson = [json, ascii].flatMap((form) => [form, form.replaceAll("/", "\\/")]);
  return [value, ...inJson, percent, percent.replaceAll("%20", "+")];
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** How much of a value's beginning, two characters or more, a text ends with. */
function cutLength(text: string, value: string): number {
  for (let length = Math.min(value.length - 1, text.length); length > 1; length--)
    if (text.endsWith(value.slice(0, length))) return length;
  return 0;
}

/** Every text and telling number in a JSON value. */
function* valuesIn(json: unknown): Generator<string> {
  if (typeof json === "string") yield json;
  else if (typeof json === "number" && String(json).length >= TELLING_DIGITS) yield String(json);
  else if (typeof json === "object" && json !== null) for (const one of Object.values(json)) yield* valuesIn(one);
}
