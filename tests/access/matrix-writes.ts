import { marker, phoneCanary, type Mark } from "../support/access/canary.js";
import type { Viewer } from "../support/access/cast.js";
import { CONTACTS, type Field } from "../support/access/fields.js";
import { RESTRICTION, phraseAt } from "../support/access/matrix.js";
import { post } from "../support/http.js";
import type { TestPlatform } from "../support/platform.js";
import { ALL, type Shown } from "./matrix-uses.js";

const WRITES: Readonly<Record<string, (viewer: Viewer, field: Field) => boolean>> = {
  W: () => true,
  create: () => true,
  RW: () => true,
  "RW (verified again)": () => true,
  "R (W if the contact owns it)": (_viewer, { custom }) => custom?.owner === "contact",
  "RW if mapped": ({ grant }, { name }) => grant === name,
  "RW if HR owns it": (_viewer, { custom }) => custom?.owner === "hr",
};

/** Of themselves under restriction a contact writes rights requests alone: the row's own words. */
const isLeft = (viewer: Viewer, { row }: Field) =>
  viewer.contact !== CONTACTS.restricted || phraseAt(RESTRICTION, viewer.column).endsWith(row);

/** Whether the matrix's own words let somebody write a field of themselves, or of a contact not under restriction. */
export const mayWrite = (viewer: Viewer, field: Field): boolean =>
  isLeft(viewer, field) && (WRITES[phraseAt(field.row, viewer.column)]?.(viewer, field) ?? false);

/** Whether somebody writes any field of a contact's own: names, addresses, custom values. */
export const changersOf = ({ column }: Viewer): boolean =>
  ["self", "coordinator", "admin", "owner", "HR sync"].includes(column);

const UPDATE = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { __typename
  ... on UpdateContactPayload { contact { ${ALL} } } ... on InvalidContact { problems { __typename path } } } }`;

/** What comes of changing a contact as it is now; null where that is not the viewer's. */
export async function updateAs(
  { admin, graphUrl }: TestPlatform,
  { headers }: Viewer,
  contact: { id: string; globalId: string },
  values: Record<string, unknown>,
) {
  const [row] = await admin<{ version: number }[]>`select version from identity.contact where id = ${contact.id}`;
  const input = { id: contact.globalId, version: row!.version, ...values };
  const { json } = await post(graphUrl, { query: UPDATE, variables: { input } }, headers);
  type Updated = { __typename: string; contact?: Shown; problems?: { path: string[] }[] };
  return (json?.data?.["updateContact"] ?? null) as Updated | null;
}

let turn = 0;

/** New values of a contact's fields, in which the canaries stay. */
export function changedValues(mark: Mark, contact: number, fields: readonly Field[]): Record<string, unknown> {
  turn += 1;
  const text = (code: string) => `${marker(mark, contact, code)} v${turn}`;
  const customFields = fields
    .filter((field) => field.custom)
    .map(({ name, code }) => ({ key: name, value: text(code) }));
  const values: Record<string, unknown> = { customFields };
  for (const { code, name, custom } of fields) {
    if (custom) continue;
    if (code === "pho") values[name] = `+${phoneCanary(mark, contact).text}${10_000 + turn}`;
    else if (code === "eml") values[name] = `${marker(mark, contact, code)}.v${turn}@people.example`;
    else values[name] = text(code);
  }
  return values;
}

/** The mutation by which somebody would write a consent or a rights request. */
export function ownMutation({ column }: Viewer, { code }: Field, contactId: string, studioSlug: string) {
  const mutation = (name: string, type: string, input: object) => {
    return { query: `mutation ($input: ${type}!) { done: ${name}(input: $input) { __typename } }`, input };
  };
  if (code === "cns") return mutation("giveConsent", "GiveConsentInput", { purpose: "MARKETING" });
  const kind = "PORTABILITY";
  if (column === "self") return mutation("fileDataSubjectRequest", "FileDataSubjectRequestInput", { kind });
  if (column !== "anonymous") {
    return mutation("enterDataSubjectRequest", "EnterDataSubjectRequestInput", { contactId, kind });
  }
  const claimant = { email: "claimant@people.example", firstName: "A", lastName: "B", kind, studioSlug };
  return mutation("fileUnverifiedDataSubjectRequest", "FileUnverifiedDataSubjectRequestInput", claimant);
}
