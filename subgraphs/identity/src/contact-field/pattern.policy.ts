import { RE2JS } from "re2js";

/** What a value fits. */
export interface Pattern {
  matchesWhole(text: string): boolean;
}

const MAX_PATTERN = 200;
const MAX_STEPS = 2000;
const MAX_KNOWN = 500;

const known = new Map<string, Pattern | null>();

/**
 * A pattern in RE2's syntax, or null if it is none: no backreference, no look-around. It runs in time proportional to
 * the text, whatever the pattern is, so none can hang the service; a pattern that needs too many steps is refused.
 */
export function readPattern(source: string): Pattern | null {
  const found = known.get(source);
  if (found !== undefined) return found;
  const isKept = source.length > 0 && source.length <= MAX_PATTERN && !source.includes("\0");
  const pattern = isKept ? compile(source) : null;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(source, pattern);
  return pattern;
}

function compile(source: string): Pattern | null {
  try {
    const compiled = RE2JS.compile(source);
    if (compiled.programSize() > MAX_STEPS) return null;
    return { matchesWhole: (text) => compiled.matches(text) };
  } catch {
    return null;
  }
}
