const LONGEST = 500;

/**
 * The beginning of a receiver's answer, fit to be shown in the delivery log: what looks like an address, a number of a
 * person or a credential is blotted out, since receivers echo what they were sent.
 */
export function redactExcerpt(text: string): string {
  return text
    .slice(0, LONGEST)
    .replaceAll(/[^\s"'<>@]+@[^\s"'<>@]+/g, "[email]")
    .replaceAll(/\b(?:Bearer|Basic)\s+\S+/gi, "[credential]")
    .replaceAll(/\b(?:sk|ss|we|whsec)_[\w+/=-]+/g, "[credential]")
    .replaceAll(/\+?\d[\d\s().-]{6,}\d/g, "[number]")
    .replaceAll(/\p{Cc}+/gu, " ");
}
