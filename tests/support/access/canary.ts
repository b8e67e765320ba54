import { createHash } from "node:crypto";

/** Which of the two accounts. */
export type Mark = "a" | "b";

/** A value that is nowhere but in one field of one contact of one account, or in one thing of the account's own. */
export interface Canary {
  /** As it is found in a text; lower case. */
  text: string;
  account: Mark;
  /** Whose value it is, by the contact's place in the account; null for what is no contact's. */
  contact: number | null;
  /** The field by its code in `FIELDS`, or the thing's in `THINGS`. */
  code: string;
}

/** A marker for names, emails, ids and custom values: `zqa02fnm`. */
export function marker(account: Mark, place: number, code: string): string {
  return `zq${account}${String(place).padStart(2, "0")}${code}`;
}

/** Ten letters that follow from a canary's text and are like no other's, so that a search that forgives errors finds one. */
export function whisper(text: string): string {
  const digest = createHash("sha256").update(text).digest();
  return [...digest.subarray(0, 10)].map((byte) => "bcdfghjklmnpqrstvwxz"[byte % 20]).join("");
}

/** A contact's value as it is planted: a name or an email has a word beside its marker that a search finds. */
export function plantedText(account: Mark, contact: number, code: string): string {
  const text = marker(account, contact, code);
  if (code === "eml") return `${text}.${whisper(text)}@people.example`;
  return code === "fnm" || code === "lnm" ? `${text} ${whisper(text)}` : text;
}

/** A phone number (E.164) whose mask shows nothing of its marker. */
export function phoneCanary(account: Mark, contact: number): { number: string; text: string } {
  const text = `49307${account === "a" ? 1 : 2}${String(contact).padStart(2, "0")}`;
  return { number: `+${text}99${1000 + contact}`, text };
}

/** A SHA-256 in hexadecimal, of no bytes that exist. */
export function digestCanary(account: Mark, contact: number, kind: 0 | 1): { digest: string; text: string } {
  const text = `facade${account}${String(contact).padStart(2, "0")}${kind}`;
  return { digest: text.padEnd(64, "e"), text };
}

/** A moment (RFC 3339) years before anything else of the tests. */
export function momentCanary(account: Mark, contact: number): { moment: string; text: string } {
  const day = `2013-0${account === "a" ? 1 : 2}-${String(contact + 1).padStart(2, "0")}`;
  return { moment: `${day}T04:05:06.000Z`, text: `${day}t04:05:06` };
}

const SHAPES =
  /zq[ab]\d\d[a-z]{3}|49307[12]\d\d|facade[ab]\d\d[01]|2013-0[12]-\d\dt04:05:06|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const ENCODED = /[A-Za-z0-9_+/-]{12,}={0,2}/g;

/**
 * The texts of canaries' shape in an answer: as they stand, percent-encoded, or inside anything that reads as base64,
 * as ids, cursors and tokens do.
 */
export function canaryTexts(answer: string): Set<string> {
  const found = new Set<string>();
  const plain = answer.includes("%") ? `${answer} ${unescapePercent(answer)}` : answer;
  for (const [text] of plain.toLowerCase().matchAll(SHAPES)) found.add(text);
  for (const [run] of plain.matchAll(ENCODED)) {
    const decoded = Buffer.from(run, "base64").toString("latin1").toLowerCase();
    for (const [text] of decoded.matchAll(SHAPES)) found.add(text);
  }
  return found;
}

function unescapePercent(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
