import { getNamedType, isCompositeType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Viewer } from "../support/access/cast.js";
import { CONTACTS, FIELDS } from "../support/access/fields.js";
import type { PlantedAccount } from "../support/access/planted-account.js";
import { post } from "../support/http.js";
import type { TestPlatform } from "../support/platform.js";
import { expectedOf, placesFor } from "./matrix-sight.js";
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

/** What the owner is told that a viewer may do with each of these fields: a use's outcome by the field's name. */
async function outcomesExplained(
  { graphUrl }: TestPlatform,
  viewer: Viewer,
  owner: Viewer,
  asked: { account: PlantedAccount; contact: string; names: readonly string[]; purpose: boolean },
  use: "read" | "exported",
): Promise<Map<string, string>> {
  const { account, contact, names, purpose } = asked;
  const given = `viewer: ${roleOf(viewer, account)}, contact: "${contact}"${purpose ? ", purpose: LEGAL_CLAIM" : ""}`;
  const outcomes = new Map<string, string>();
  for (let from = 0; from < names.length; from += 10) {
    const some = names.slice(from, from + 10);
    const parts = some.map(
      (name, index) => `x${index}: explainFieldAccess(${given}, field: "${name}") { ${use} { outcome } }`,
    );
    const { json, text } = await post(graphUrl, { query: `{ ${parts.join(" ")} }` }, owner.headers);
    if (json?.errors) throw new Error(text);
    const answers = json?.data as Record<string, Record<typeof use, { outcome: string }>>;
    for (const [index, name] of some.entries()) outcomes.set(name, answers[`x${index}`]![use].outcome);
  }
  return outcomes;
}

/** Fields whose name alone does not say whose they are. */
const FULL_NAMES: Readonly<Record<string, string>> = { original: "Photo.original", edited: "Photo.edited" };

/** Compares what a viewer is shown of a contact, field by field, with what `explainFieldAccess` says. */
export function explainer(platform: TestPlatform, account: PlantedAccount, owner: Viewer) {
  const fields = contactFields(readApi());
  return async (viewer: Viewer, contact: string, more: Record<string, string>) => {
    const shown = await fieldsShown(platform, viewer, { contact, fields, more });
    const purpose = Object.keys(more).length > 0;
    const names = fields.map(({ name }) => name);
    const outcomes = await outcomesExplained(platform, viewer, owner, { account, contact, names, purpose }, "read");
    return { shown, said: names.filter((name) => outcomes.get(name) !== "DENIED") };
  };
}

const SIGHTS: Readonly<Record<string, string>> = { READ: "value", MASKED: "masked", DENIED: "nothing" };

/** Compares what `explainFieldAccess` says a viewer takes out of the account with what the matrix's text lets them. */
export function exporter(platform: TestPlatform, account: PlantedAccount, owner: Viewer) {
  const names = FIELDS.map(({ name }) => FULL_NAMES[name] ?? name);
  return async (viewer: Viewer) => {
    const [said, expected]: [string[], string[]] = [[], []];
    for (const place of placesFor(viewer)) {
      const isLet = place !== CONTACTS.restricted || viewer.column === "self";
      for (const purpose of [false, true]) {
        const asked = { account, contact: account.contacts[place]!.globalId, names, purpose };
        const outcomes = await outcomesExplained(platform, viewer, owner, asked, "exported");
        said.push(
          ...names.map((name) => `${viewer.name} | ${name.split(".").at(-1)} | ${SIGHTS[outcomes.get(name)!]}`),
        );
        expected.push(...expectedOf(viewer, place, isLet, { purpose }));
      }
    }
    return { said, expected };
  };
}
