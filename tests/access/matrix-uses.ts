import { marker, whisper, type Mark } from "../support/access/canary.js";
import { FIELDS, type Field } from "../support/access/fields.js";

/** Every way in which a value can be told. */
export const USES = [
  "read",
  "write",
  "filter",
  "order",
  "search",
  "facet",
  "mutation return",
  "subscription",
  "export",
] as const;

export type Use = (typeof USES)[number];

const PHOTO = "a picture is fetched, never compared";
const LISTED = "lists do not compare it";

/** Which uses a row of the matrix cannot have, and why. What is neither here nor walked fails. */
export const CANNOT: Readonly<Partial<Record<Use, Readonly<Record<string, string>>>>> = {
  write: {
    "id, status": "an id never changes, and a status by its own mutations",
    "original photo": "only its contact uploads one, and nobody replaces it",
    "accepted derivative": "it is made, not written",
  },
  filter: { "original photo": PHOTO, "accepted derivative": PHOTO, consents: LISTED, "rights requests": LISTED },
  order: {
    phone: "its values are sealed",
    "original photo": PHOTO,
    "accepted derivative": PHOTO,
    consents: LISTED,
    "rights requests": LISTED,
  },
  search: Object.fromEntries(
    FIELDS.filter(({ code }) => !["fnm", "lnm", "eml"].includes(code)).map(({ row }) => [
      row,
      "names and emails alone",
    ]),
  ),
  facet: {
    "first name, last name": "counted by few values alone",
    email: "counted by few values alone",
    phone: "counted by few values alone",
    "external id": "counted by few values alone",
    "original photo": PHOTO,
    "accepted derivative": PHOTO,
    consents: LISTED,
    "rights requests": LISTED,
  },
};

/** Fields that are not compared, by whose row others are: ids have neither an order nor counts, submissions lists of their own. */
const UNCOMPARED: Readonly<Partial<Record<Use, readonly string[]>>> = {
  filter: ["sub"],
  order: ["id", "sub"],
  facet: ["id"],
};

/** The fields of which a use is walked. */
export const fieldsFor = (use: Use): Field[] =>
  FIELDS.filter(({ row, code }) => !CANNOT[use]?.[row] && !UNCOMPARED[use]?.includes(code));

const CUSTOM = FIELDS.filter((field) => field.custom).map(({ name }) => `"${name}"`);

/** All of a contact that the matrix speaks of. */
export const ALL = `id status version firstName lastName email phone externalId
  customFields(keys: [${CUSTOM.join(", ")}]) { key value }
  consents { purpose state changedAt }
  latestSubmission { id photo { original { digest } edited { digest } } }
  dataSubjectRequests(first: 9) { edges { node { statement } } }`;

/** A contact as `ALL` has it. */
export type Shown = Readonly<Record<string, any>> | null;

/** The text that a contact shows of a field; null if nothing. */
export function textOf(contact: Shown, { code, name, custom }: Field): string | null {
  if (custom) return contact?.["customFields"]?.find(({ key }: { key: string }) => key === name)?.value ?? null;
  if (code === "sub") return contact?.["latestSubmission"]?.id ?? null;
  if (code === "org" || code === "der") return contact?.["latestSubmission"]?.photo?.[name]?.digest ?? null;
  const found = contact?.[name] ?? null;
  return found === null || typeof found === "string" ? found : JSON.stringify(found);
}

/** A list's arguments that use a field of a contact; found by them is that contact alone. */
export function listArguments(use: Use, field: Field, whose: { mark: Mark; contact: number; id: string }): string {
  const { code, name, custom } = field;
  const text = marker(whose.mark, whose.contact, code);
  const isSealed = code === "pho" || (custom && custom.level >= "L2");
  const tests = isSealed ? "isSet: true" : `startsWith: "${text}"`;
  switch (use) {
    case "filter":
      if (code === "id") return `filter: { id: { eq: "${whose.id}" } }, facets: []`;
      if (code === "sta") return `filter: { status: { in: [VERIFIED, ARCHIVED] } }, facets: []`;
      return `filter: { ${custom ? `custom: { key: "${name}", ${tests} }` : `${name}: { ${tests} }`} }, facets: []`;
    case "search":
      return `search: "${whisper(text)}", facets: []`;
    case "facet":
      return `facets: [${custom ? `{ custom: "${name}" }` : `{ field: ${code === "sub" ? "STUDIO" : "STATUS"} }`}]`;
    case "order":
      return `first: 1, orderBy: [${custom ? `{ custom: "${name}" }` : `{ field: ${ORDER[code]} }`}]`;
    default:
      throw new Error(`A ${use} has no arguments.`);
  }
}

const ORDER: Readonly<Record<string, string>> = {
  sta: "STATUS",
  fnm: "FIRST_NAME",
  lnm: "LAST_NAME",
  eml: "EMAIL",
  ext: "EXTERNAL_ID",
};

/** What comes of a use that is let: an answer, or that values of this kind cannot be used so, by anybody. */
export function outcomeOfUse(use: Use, { custom }: Field): string {
  const isSealed = custom && custom.level >= "L2";
  return (use === "order" && isSealed) || (use === "facet" && custom) ? "BAD_USER_INPUT" : "answered";
}
