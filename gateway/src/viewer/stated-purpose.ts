import { PURPOSES, type Purpose, type StatedPurpose } from "@studio/kit/auth/purpose.js";
import { badInput } from "@studio/kit/error/codes.js";

/** The header in which a caller says why they look at what stays closed without a reason. */
export const PURPOSE_HEADER = "studio-purpose";

/** An item of RFC 9651 § 3.3: a token, and at most a `note` in quotes. */
const SHAPE = /^([A-Za-z_]{1,32})(?: *; *note="([^"\\]{0,600})")?$/;
const LONGEST_NOTE = 200;
/** An address, or a number as long as a telephone's: the audit trail outlives the person's erasure. */
const PERSONAL = /@|\d(?:[ ./-]?\d){8}/;

/**
 * Reads `Studio-Purpose: LEGAL_CLAIM; note="case 7"`, its note percent-encoded where it is not ASCII.
 * @returns null if nothing is stated @throws BAD_USER_INPUT if something is stated that is no purpose
 */
export function readPurpose(header: string | undefined): StatedPurpose | null {
  if (header === undefined) return null;
  const [, token, given] = SHAPE.exec(header.trim()) ?? [];
  const purpose = token?.toLowerCase() as Purpose | undefined;
  if (!purpose || !PURPOSES.includes(purpose)) throw wrong(`must be one of ${PURPOSES.join(", ").toUpperCase()}`);
  const note = given === undefined ? null : readNote(given);
  if (purpose === "other" && note === null) throw wrong('must say which: OTHER; note="…"');
  return { purpose, note };
}

function readNote(given: string): string {
  const note = decode(given)?.trim() ?? "";
  if (given.trim() === "")
    throw wrong("has an empty note: say why, or leave the note out where the purpose needs none");
  if (note === "" || note.length > LONGEST_NOTE || /\p{C}/u.test(note))
    throw wrong(`must have a note of 1 to ${LONGEST_NOTE} characters, percent-encoded where it is not ASCII`);
  if (PERSONAL.test(note)) throw wrong("must name nobody in its note: the audit trail keeps it; give a case number");
  return note;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function wrong(what: string) {
  return badInput(`Studio-Purpose ${what}.`, "Studio-Purpose");
}
