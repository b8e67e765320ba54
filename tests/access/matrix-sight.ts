import type { Viewer } from "../support/access/cast.js";
import { CONTACTS, FIELDS, type Field } from "../support/access/fields.js";
import { mayUse, sightOf, type Brought } from "../support/access/oracle.js";
import { canaryText } from "../support/access/planted-account.js";
import { textOf, type Shown } from "./matrix-uses.js";

/** Columns that stand in no account: what the matrix would show them lies behind a door that is shut. */
const OUTSIDE = ["anonymous", "staff"];

/** Whom a viewer asks about: themselves, or an ordinary contact of their groups. */
export const target = ({ contact }: Viewer) => contact ?? CONTACTS.open;

/** What is shown of every field, as lines to compare with `expectedOf`. */
export function shownOf(viewer: Viewer, contact: { place: number; id: string }, shown: Shown): string[] {
  return FIELDS.map((field) => {
    const text = textOf(shown, field)?.toLowerCase() ?? null;
    const canary = field.code === "id" ? contact.id.toLowerCase() : canaryText("a", contact.place, field.code);
    const kind =
      text === null
        ? "nothing"
        : text.includes(canary) || (field.code === "cns" && text.includes("2013-01"))
          ? "value"
          : "masked";
    return `${viewer.name} | ${field.name} | ${kind}`;
  });
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
