import type { Canary } from "./canary.js";
import type { Viewer } from "./cast.js";
import { CONTACTS, fieldOf, groupOf, type Field } from "./fields.js";
import { RESTRICTION, phraseAt } from "./matrix.js";
import { seesThing } from "./things.js";

/** What the matrix lets somebody see of a value. */
export type Sight = { kind: "value" } | { kind: "masked" } | { kind: "nothing"; reason: RegExp };

const VALUE: Sight = { kind: "value" };
const MASKED: Sight = { kind: "masked" };
const nothing = (reason: RegExp): Sight => ({ kind: "nothing", reason });

const PHOTOS = ["original photo", "accepted derivative"];

/** What a viewer brings beside who they are. */
export interface Brought {
  purpose?: boolean;
}

/** How each phrase of the matrix reads. One that is not here has no meaning, and fails the test. */
const READING: Readonly<Record<string, (viewer: Viewer, field: Field, brought: Brought) => Sight>> = {
  "–": () => nothing(/your role may not see it/),
  "by access request": () => nothing(/your role may not see it/),
  counts: () => nothing(/your role may not see it/),
  create: () => nothing(/may be written but not read/),
  W: () => nothing(/may be written but not read/),
  R: () => VALUE,
  RW: () => VALUE,
  "RW (verified again)": () => VALUE,
  "R (W if the contact owns it)": () => VALUE,
  M: () => MASKED,
  "M (status)": () => MASKED,
  "R (status)": () => MASKED,
  Rs: ({ scopes }, { row }) => {
    const scope = PHOTOS.includes(row) ? "photos:read" : "contacts:read";
    return scopes.includes(scope) ? VALUE : nothing(new RegExp(`lacks the scope ${scope}`));
  },
  Rf: ({ grant }, { name }) => (grant === name ? VALUE : nothing(/no grant for this field/)),
  Rp: (_viewer, _field, { purpose }) => (purpose ? VALUE : nothing(/stated purpose/)),
  "R if the studio allows": ({ account }) => (account === "b" ? VALUE : nothing(/does not show originals/)),
  "RW if mapped": ({ grant }, { name }) => (grant === name ? VALUE : nothing(/not mapped/)),
  "RW if HR owns it": (_viewer, { custom }) => (custom?.owner === "hr" ? VALUE : nothing(/not one that HR owns/)),
  "by gallery": () => nothing(/gallery/),
  "link and PIN": () => nothing(/gallery/),
};

/**
 * What a restriction leaves of a field; null where the field's own row goes on. Of all fields the id alone is left: a
 * status, which shares the id's row, is neither id nor flag.
 */
const UNDER_RESTRICTION: Readonly<Record<string, (field: Field, brought: Brought) => Sight | null>> = {
  "R and rights requests": () => null,
  "–": () => nothing(/No such contact/),
  "id and flag": ({ code }) => (code === "id" ? null : nothing(/restricted/)),
  "id and flag; may deactivate": ({ code }) => (code === "id" ? null : nothing(/restricted/)),
  Rp: ({ code }, { purpose }) => (code === "id" || purpose ? null : nothing(/restricted.*stated purpose/)),
};

/** Whether a contact exists for the viewer at all: of their account, of their groups, themselves, not closed to them. */
export function existsFor(viewer: Viewer, contact: { account: string; contact: number }): boolean {
  if (viewer.account !== contact.account || viewer.column === "anonymous") return false;
  if (contact.contact === CONTACTS.restricted && phraseAt(RESTRICTION, viewer.column) === "–") return false;
  if (viewer.column === "self") return viewer.contact === contact.contact;
  return viewer.column !== "coordinator" || groupOf(contact.contact) === 0;
}

/** What the matrix's own words let a viewer see of a contact's field; asks the platform nothing. */
export function sightOf(
  viewer: Viewer,
  contact: { account: string; contact: number },
  field: Field,
  brought: Brought = {},
): Sight {
  if (!existsFor(viewer, contact)) return nothing(/No such contact/);
  if (contact.contact === CONTACTS.restricted) {
    const left = meaningOf(UNDER_RESTRICTION, phraseAt(RESTRICTION, viewer.column))(field, brought);
    if (left !== null) return left;
  }
  return meaningOf(READING, phraseAt(field.row, viewer.column))(viewer, field, brought);
}

/** Whether a canary may be anywhere in what a viewer is answered. */
export function maySee(viewer: Viewer, canary: Canary, brought: Brought = {}): boolean {
  if (canary.contact === null) return seesThing(viewer, canary);
  const contact = { account: canary.account, contact: canary.contact };
  return sightOf(viewer, contact, fieldOf(canary.code), brought).kind === "value";
}

/** Whether a viewer may filter, order, search and count by a field: who reads it in full, of every contact they reach. */
export function mayUse(viewer: Viewer, field: Field, brought: Brought = {}): boolean {
  const reached = { account: viewer.account, contact: viewer.contact ?? CONTACTS.open };
  return sightOf(viewer, reached, field, brought).kind === "value";
}

/** Whether a viewer may be told anything of the contact under restriction beyond that they are there. */
export function readsRestricted(viewer: Viewer, brought: Brought = {}): boolean {
  const restricted = { account: viewer.account, contact: CONTACTS.restricted };
  return sightOf(viewer, restricted, fieldOf("sta"), brought).kind === "value";
}

function meaningOf<Meaning>(meanings: Readonly<Record<string, Meaning>>, phrase: string): Meaning {
  const meaning = meanings[phrase];
  if (!meaning) throw new Error(`Nobody said what "${phrase}" means.`);
  return meaning;
}
