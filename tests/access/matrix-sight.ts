import type { Viewer } from "../support/access/cast.js";
import { CONTACTS, FIELDS, type Field } from "../support/access/fields.js";
import { mayUse, sightOf, type Brought } from "../support/access/oracle.js";
import { canaryText } from "../support/access/planted-account.js";
import { textOf, type Shown } from "./matrix-uses.js";

/** Columns that stand in no account: what the matrix would show them lies behind a door that is shut. */
export const OUTSIDE = ["anonymous", "staff"];

/** Whom a viewer asks about: themselves, or an ordinary contact of their groups. */
export const target = ({ contact }: Viewer) => contact ?? CONTACTS.open;

/** Whom a decision about a viewer is asked of: themselves, or an ordinary contact and one under restriction. */
export const placesFor = ({ contact }: Viewer) => (contact === null ? [CONTACTS.open, CONTACTS.restricted] : [contact]);

/** What is shown of every field, as lines to compare with `expectedOf`. */
export function shownOf(viewer: Viewer, contact: Asked, shown: Shown): string[] {
  return FIELDS.map((field) => {
    const text = textOf(shown, field)?.toLowerCase() ?? null;
    const isWhole =
      text !== null && (text.includes(knownBy(contact, field)) || (field.code === "cns" && text.includes("2013-01")));
    return `${viewer.name} | ${field.name} | ${text === null ? "nothing" : isWhole ? "value" : "masked"}`;
  });
}

/** A contact by place, with the global ids of them and of their submission. */
export interface Asked {
  place: number;
  id: string;
  submission: string;
}

/** The text by which a field's value is known; any text is a status. */
function knownBy({ place, id, submission }: Asked, { code }: Field): string {
  if (code === "sta") return "";
  if (code === "id" || code === "sub") return (code === "id" ? id : submission).toLowerCase();
  return canaryText("a", place, code);
}

/** What the matrix lets be shown of them; of none where the way there is shut. */
export function expectedOf(viewer: Viewer, contact: number, isLet: boolean, brought: Brought = {}): string[] {
  return FIELDS.map((field) => {
    const { kind } = sightOf(viewer, { account: "a", contact }, field, brought);
    const isOpen = isLet && !OUTSIDE.includes(viewer.column) && existsAtAll(viewer, contact, brought);
    return `${viewer.name} | ${field.name} | ${isOpen ? kind : "nothing"}`;
  });
}

/** Without its id there is no contact to show anything of. */
const existsAtAll = (viewer: Viewer, contact: number, brought: Brought) =>
  sightOf(viewer, { account: "a", contact }, FIELDS[0]!, brought).kind === "value";

/** A contact has no lists, whatever they read of themselves. */
export const usable = (viewer: Viewer, field: Field) =>
  !OUTSIDE.includes(viewer.column) && viewer.column !== "self" && mayUse(viewer, field);
