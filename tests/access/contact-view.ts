import type { GraphError } from "@studio/dev/journey/graph-client.js";
import { post } from "../support/http.js";
import { REFUSED, type Cell } from "./matrix.table.js";

const CUSTOM_KEYS = [
  "department",
  "job_title",
  "office",
  "employee_number",
  "remote_days",
  "salary_band",
  "date_of_birth",
  "emergency_contact",
];

const QUERY = `query($id: ID!, $keys: [String!]) {
  contact(id: $id) {
    id status processingRestrictedAt firstName lastName email phone externalId
    customFields(keys: $keys) { key value field { sensitivity } }
    consents { purpose state changedAt textVersion }
    latestSubmission { photo { original { url } edited { url } } }
  }
}`;

interface ContactData {
  [field: string]: unknown;
  processingRestrictedAt: string | null;
  customFields: { key: string; value: unknown; field: { sensitivity: string } }[];
  latestSubmission: { photo: Record<"original" | "edited", { url: string } | null> } | null;
}

/** One contact as one credential sees it: every cell of the matrix, and the refusals beside them. */
export interface ContactView {
  restrictedAt: string | null;
  values: Record<string, unknown>;
  /** Whether the way to the pictures is closed already. */
  isClosed: boolean;
  errors: GraphError[];
}

/** Asks for all that there is of a contact in one query over the four subgraphs. */
export async function viewContact(graphUrl: string, headers: Record<string, string>, id: string): Promise<ContactView> {
  const { json, text } = await post(graphUrl, { query: QUERY, variables: { id, keys: CUSTOM_KEYS } }, headers);
  const contact = json?.data?.["contact"] as ContactData | null | undefined;
  if (!contact) throw new Error(`The contact is not seen at all: ${text}`);
  const { customFields, latestSubmission, processingRestrictedAt, ...values } = contact;
  for (const { key, value, field } of customFields) values[`${field.sensitivity} ${key}`] = value;
  const { original = null, edited = null } = latestSubmission?.photo ?? {};
  const pictures = { original: original && "a link", edited: edited && "a link" };
  const isClosed = latestSubmission === null;
  return {
    restrictedAt: processingRestrictedAt,
    values: { ...values, ...pictures },
    isClosed,
    errors: json?.errors ?? [],
  };
}

/** The name under which a refusal names the field of a row. */
function fieldOf(row: string): string {
  if (row === "original" || row === "edited") return `Photo.${row}`;
  const [level, key] = row.split(" ");
  return key ? `Contact.customFields.${key}` : `Contact.${level}`;
}

const describeErrors = (errors: readonly GraphError[]) =>
  errors.map(({ extensions: { code, field, ...rest } }) => ({
    code,
    field,
    reason: (rest as { reason?: string }).reason,
  }));

/** What a view holds in a row's place, as plain data to compare with `expectedCell`. */
export function cellOf(view: ContactView, row: string) {
  const field = view.isClosed ? fieldOf(row).replace(/^Photo\.\w+$/, "Contact.latestSubmission") : fieldOf(row);
  const refusals = describeErrors(view.errors.filter(({ extensions }) => extensions.field === field));
  return { row, value: view.values[row], refusals };
}

/** What the matrix puts there. `truth` and `masked` are the row's value as it is, and as it is half shown. */
export function expectedCell(
  row: string,
  cell: Cell,
  { truth, masked, reason }: { truth: unknown; masked?: unknown; reason: (matching: RegExp) => unknown },
) {
  if (cell === "R") return { row, value: truth, refusals: [] };
  if (cell === "M") return { row, value: masked, refusals: [] };
  return { row, value: null, refusals: [{ code: "FORBIDDEN", field: fieldOf(row), reason: reason(REFUSED[cell]) }] };
}
