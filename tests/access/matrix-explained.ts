import { getNamedType, isCompositeType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Viewer } from "../support/access/cast.js";
import { FIELDS } from "../support/access/fields.js";
import type { PlantedAccount } from "../support/access/planted-account.js";
import { post } from "../support/http.js";
import type { TestPlatform } from "../support/platform.js";
import { readApi } from "./random/run.js";

const CUSTOM = FIELDS.filter((field) => field.custom).map(({ name }) => name);

/** Every field of `Contact` that the API has, and how it is asked for with nothing beside it. */
function contactFields(api: GraphQLSchema): { name: string; selection: string }[] {
  const contact = api.getType("Contact") as GraphQLObjectType;
  return Object.values(contact.getFields())
    .filter(({ name }) => name !== "customFields")
    .map(({ name, type, args }) => {
      const first = args.some((one) => one.name === "first") ? "(first: 1)" : "";
      return { name, selection: `${name}${first}${isCompositeType(getNamedType(type)) ? " { __typename }" : ""}` };
    })
    .concat(CUSTOM.map((name) => ({ name, selection: `${name}: customFields(keys: ["${name}"]) { value }` })));
}

/** A column of the matrix as `explainFieldAccess` is asked about it, with what its viewer brings. */
function roleOf({ column, scopes, grant }: Viewer, account: PlantedAccount): string {
  const role = column === "staff + grant" ? "STAFF_WITH_GRANT" : column.toUpperCase().replace(" ", "_");
  const fieldIds = grant === null ? "" : `, fieldIds: ["${fieldId(account, grant)}"]`;
  return `{ role: ${role}, scopes: ${JSON.stringify(scopes)}${fieldIds} }`;
}

const fieldId = (account: PlantedAccount, key: string) =>
  Buffer.from(`ContactField:${account.fieldId(key)}`).toString("base64url");

/** Of which fields a viewer is told anything, each asked for by itself. */
async function fieldsShown(
  { graphUrl }: TestPlatform,
  { headers }: Viewer,
  asked: { contact: string; fields: ReturnType<typeof contactFields>; more: Record<string, string> },
): Promise<string[]> {
  const { contact, fields, more } = asked;
  const query = `{ contact(id: "${contact}") { ${fields.map(({ selection }) => selection).join(" ")} } }`;
  const { json } = await post(graphUrl, { query }, { ...headers, ...more });
  if (!json?.data?.["contact"]) return [];
  const refused = new Set(json.errors?.map(({ extensions }) => String(extensions.field).split(".").at(-1)));
  return fields.map(({ name }) => name).filter((name) => !refused.has(name));
}

/** Of which fields the owner is told that the viewer reads anything. */
async function fieldsExplained(
  { graphUrl }: TestPlatform,
  viewer: Viewer,
  owner: Viewer,
  asked: { account: PlantedAccount; contact: string; fields: ReturnType<typeof contactFields>; purpose: boolean },
): Promise<string[]> {
  const { account, contact, fields, purpose } = asked;
  const role = roleOf(viewer, account);
  const why = purpose ? ", purpose: LEGAL_CLAIM" : "";
  const shown: string[] = [];
  for (let from = 0; from < fields.length; from += 10) {
    const parts = fields.slice(from, from + 10).map(
      (
        { name },
        index,
      ) => `x${index}: explainFieldAccess(viewer: ${role}, contact: "${contact}", field: "${name}"${why}) {
        read { outcome } }`,
    );
    const { json, text } = await post(graphUrl, { query: `{ ${parts.join(" ")} }` }, owner.headers);
    if (json?.errors) throw new Error(text);
    for (const [key, answer] of Object.entries(json?.data ?? {})) {
      const { read } = answer as { read: { outcome: string } };
      if (read.outcome !== "DENIED") shown.push(fields[from + Number(key.slice(1))]!.name);
    }
  }
  return shown;
}

/** Compares what a viewer is shown of a contact, field by field, with what `explainFieldAccess` says. */
export function explainer(platform: TestPlatform, account: PlantedAccount, owner: Viewer) {
  const fields = contactFields(readApi());
  return async (viewer: Viewer, contact: string, more: Record<string, string>) => {
    const shown = await fieldsShown(platform, viewer, { contact, fields, more });
    const purpose = Object.keys(more).length > 0;
    return { shown, said: await fieldsExplained(platform, viewer, owner, { account, contact, fields, purpose }) };
  };
}
