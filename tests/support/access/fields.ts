/** A field of a contact in which every contact has a canary of their own, and the matrix's row that speaks for it. */
export interface Field {
  /** Three letters in the canary's text; ids, a submission's too, are canaries as they are, and a status is none. */
  code: string;
  row: string;
  /** As the graph calls it; a custom field's key. */
  name: string;
  custom?: { level: "L0" | "L1" | "L2" | "L3"; owner: "hr" | "admin" | "contact" };
}

const PUBLIC = "custom field L0 public";
const INTERNAL = "custom field L1 internal";
const CONFIDENTIAL = "custom field L2 confidential";
const SEALED = "custom field L3 restricted";

export const FIELDS: readonly Field[] = [
  { code: "id", row: "id, status", name: "id" },
  { code: "sta", row: "id, status", name: "status" },
  { code: "sub", row: "id, status", name: "latestSubmission" },
  { code: "fnm", row: "first name, last name", name: "firstName" },
  { code: "lnm", row: "first name, last name", name: "lastName" },
  { code: "eml", row: "email", name: "email" },
  { code: "pho", row: "phone", name: "phone" },
  { code: "ext", row: "external id", name: "externalId" },
  { code: "pub", row: PUBLIC, name: "zq_public", custom: { level: "L0", owner: "contact" } },
  { code: "int", row: INTERNAL, name: "zq_internal", custom: { level: "L1", owner: "admin" } },
  { code: "map", row: INTERNAL, name: "zq_mapped", custom: { level: "L1", owner: "hr" } },
  { code: "own", row: INTERNAL, name: "zq_own", custom: { level: "L1", owner: "contact" } },
  { code: "cfd", row: CONFIDENTIAL, name: "zq_confidential", custom: { level: "L2", owner: "admin" } },
  { code: "grd", row: CONFIDENTIAL, name: "zq_granted", custom: { level: "L2", owner: "hr" } },
  { code: "res", row: SEALED, name: "zq_restricted", custom: { level: "L3", owner: "contact" } },
  { code: "org", row: "original photo", name: "original" },
  { code: "der", row: "accepted derivative", name: "edited" },
  { code: "rgt", row: "rights requests", name: "dataSubjectRequests" },
  { code: "cns", row: "consents", name: "consents" },
];

/** Rows of which the graph has no field yet, and why. */
export const ROWS_WITHOUT_FIELD: Readonly<Record<string, string>> = {
  "IP, browser, interaction (60 days)": "nothing of the kind is collected yet",
};

/** The custom field that the integration is granted, and the one that is mapped for the HR client. */
export const GRANTED = "zq_granted";
export const MAPPED = "zq_mapped";

/** @throws if there is no such field */
export function fieldOf(code: string): Field {
  const field = FIELDS.find((one) => one.code === code);
  if (!field) throw new Error(`No field has the code ${code}.`);
  return field;
}

/** The account's contacts by their places, each there for a reason. */
export const CONTACTS = {
  count: 8,
  /** Signs in, and is in the coordinator's group. */
  self: 0,
  /** In the coordinator's group. */
  open: 2,
  /** In another group, with photos all the same. */
  elsewhere: 4,
  /** In the coordinator's group, and under restriction. */
  restricted: 6,
  /** Of another group; archived and restored at random. */
  spare: [5, 7],
} as const;

/** The place of the group that a contact is in; the coordinator has the first. */
export function groupOf(contact: number): 0 | 1 {
  return contact % 2 === 0 && contact !== CONTACTS.elsewhere ? 0 : 1;
}
