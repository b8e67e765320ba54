import { readFile } from "node:fs/promises";
import { buildSchema, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, post } from "../support/http.js";
import { apiClient, staffToken, type NewClient } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { ARGUMENTS } from "./arguments.table.js";

let platform: TestPlatform;
let account: TestAccount;
let askers: Record<string, Record<string, string>>;

/** With a purpose the owner is another asker, and so is an integration that was granted a field. */
const ASKERS = "owner purpose admin coordinator officer hr integration granted staff".split(" ");

beforeAll(async () => {
  const limits = { LIMIT_ROOT_FIELDS: "200", LIMIT_ALIASES: "400", LIMIT_TOKENS: "9000" };
  platform = await startTestPlatform(limits);
  account = await createAccount(platform);
  const { owner, admin, coordinator, privacy_officer, hr, integration } = account.credentials;
  const granted: NewClient = { kind: "integration", scopes: ["contacts:read"], fields: ["salary_band"] };
  askers = {
    owner: bearer(owner),
    purpose: { ...bearer(owner), "studio-purpose": "RIGHTS_REQUEST" },
    admin: bearer(admin),
    coordinator: bearer(coordinator),
    officer: bearer(privacy_officer),
    hr: bearer(hr),
    integration: bearer(integration),
    granted: bearer(await apiClient(platform, account, granted)),
    staff: { ...bearer(await staffToken(platform, account, ["contacts:read"])), "studio-account": account.id },
  };
});

afterAll(() => platform?.stop());

test("every argument of the graph is known, and how what it tells is decided", async () => {
  const schema = buildSchema(await readFile(new URL("../../schema/api.graphql", import.meta.url), "utf8"));
  const found = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith("__") || type === schema.getMutationType()) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.map((arg) => `${type.name}.${name}.${arg.name}`),
    );
  });
  expect(found.toSorted()).toEqual(Object.keys(ARGUMENTS).toSorted());
  const mutations = Object.values(schema.getMutationType()!.getFields());
  expect(mutations.flatMap(({ args }) => args.map(({ name }) => name)).filter((name) => name !== "input")).toEqual([]);
});

/** A field by its name in errors, and how each argument of a list names it. */
interface Named {
  label: string;
  filter: string;
  order?: string;
  facet?: string;
  search?: true;
}

const standard = (name: string, condition: string, order?: string): Named => ({
  label: `Contact.${name}`,
  filter: `{ ${name}: ${condition} }`,
  ...(order && { order: `{ field: ${order} }` }),
});

const custom = (key: string): Named => ({
  label: `Contact.customFields.${key}`,
  filter: `{ custom: { key: "${key}", isSet: true } }`,
  order: `{ custom: "${key}" }`,
  facet: `{ custom: "${key}" }`,
});

const STANDARD: Named[] = [
  { ...standard("firstName", '{ contains: "a" }', "FIRST_NAME"), search: true },
  standard("lastName", '{ gt: "a" }', "LAST_NAME"),
  standard("email", '{ startsWith: "a" }', "EMAIL"),
  standard("phone", "{ isSet: true }"),
  standard("externalId", '{ in: ["E-000003"] }', "EXTERNAL_ID"),
];
const KEYS = ["department", "office", "remote_days", "salary_band", "date_of_birth", "emergency_contact"];
const NAMED = [...STANDARD, ...KEYS.map(custom)];

const LIST = "edges { node { id } } totalCount";
const STATS = "totalCount facets { values { value count } }";

/** Every way to name the field in an argument of a query, by the response key of what it asks. */
function attempts({ filter, order, facet, search }: Named, place: number): string[] {
  const nested = `{ or: [{ status: { eq: ERASED } }, { not: { and: [${filter}] } }] }`;
  return [
    `filter${place}: contacts(filter: ${filter}) { ${LIST} }`,
    `nested${place}: contacts(filter: ${nested}) { ${LIST} }`,
    `counted${place}: contactStats(filter: ${nested}, facets: [{ field: STATUS }]) { ${STATS} }`,
    ...(order ? [`order${place}: contacts(orderBy: [{ field: STATUS }, ${order}]) { ${LIST} }`] : []),
    ...(facet ? [`facet${place}: contactStats(facets: [${facet}]) { ${STATS} }`] : []),
    ...(search ? [`search${place}: contacts(search: "amina") { ${LIST} }`] : []),
  ];
}

interface Refusal {
  path: string;
  code: string;
  field: unknown;
  reason: unknown;
}

async function ask(headers: Record<string, string>, query: string, variables: Record<string, unknown> = {}) {
  const { json, text } = await post(platform.graphUrl, { query, variables }, headers);
  if (!json?.data) throw new Error(text);
  const refusals = (json.errors ?? []).map(({ path, extensions: { code, field, ...rest } }): Refusal => {
    return { path: String(path?.[0]), code, field, reason: (rest as { reason?: string }).reason };
  });
  return { data: json.data as Record<string, any>, refusals };
}

const OWN = `query ($id: ID!, $keys: [String!]) { contact(id: $id) {
  firstName lastName email phone externalId customFields(keys: $keys) { key value } } }`;

/** Why each field itself is refused, or null; a masked one is refused as an argument for being masked. */
async function ownRefusals(headers: Record<string, string>): Promise<Map<string, string | null>> {
  const { data, refusals } = await ask(headers, OWN, { id: account.contacts[2]!.globalId, keys: KEYS });
  const isMasked = (label: string) => /•/.test(String(data["contact"][label.replace("Contact.", "")]));
  return new Map(
    NAMED.map(({ label }) => {
      const refused = refusals.find(({ field }) => field === label);
      return [label, refused ? String(refused.reason) : isMasked(label) ? "you may read it only masked" : null];
    }),
  );
}

describe.each(ASKERS)("of %s", (asker) => {
  test("an argument is refused exactly where, and for what, the field itself is", async () => {
    const own = await ownRefusals(askers[asker]!);
    const queries = NAMED.map(attempts);
    const { data, refusals } = await ask(askers[asker]!, `{ ${queries.flat().join("\n")} }`);
    const outcome = (key: string) => {
      const refused = refusals.find(({ path, code }) => path === key && code === "FORBIDDEN");
      return refused ? { field: refused.field, reason: refused.reason, data: data[key] } : null;
    };
    for (const [place, { label }] of NAMED.entries()) {
      const reason = own.get(label)!;
      const expected = reason === null ? null : { field: label, reason, data: null };
      const keys = queries[place]!.map((query) => query.slice(0, query.indexOf(":")));
      // Words are searched in whichever of names and email may be searched: refused only where none may.
      for (const key of keys.filter((one) => !one.startsWith("search")))
        expect([key, outcome(key)]).toEqual([key, expected]);
    }
  });
});

test("a saved view opens no field to whoever uses it", async () => {
  const save = `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) {
    ... on SavedViewPayload { savedView { id } } } }`;
  for (const [name, filter] of [
    ["phone", { phone: { isSet: true } }],
    ["externalId", { externalId: { eq: "E-000003" } }],
    ["customFields.salary_band", { custom: { key: "salary_band", isSet: true } }],
  ] as const) {
    const { data } = await ask(askers["owner"]!, save, { input: { name, filter } });
    const query = `query ($view: ID!) { contacts(view: $view) { ${LIST} } }`;
    const view = { view: data["createSavedView"].savedView.id };
    const own = await ownRefusals(askers["coordinator"]!);
    const used = await ask(askers["coordinator"]!, query, view);
    const reason = own.get(`Contact.${name}`);
    expect(used).toMatchObject({ data: { contacts: null }, refusals: [{ code: "FORBIDDEN", reason }] });
    expect((await ask(askers["owner"]!, query, view)).refusals).toEqual([]);
  }
});

test("the target of a bulk action is refused like the field", async () => {
  const start = `mutation ($input: StartBulkActionInput!) { startBulkAction(input: $input) { __typename } }`;
  const own = await ownRefusals(askers["admin"]!);
  const filter = { custom: { key: "emergency_contact", isSet: true } };
  const { refusals } = await ask(askers["admin"]!, start, {
    input: { kind: "ARCHIVE", target: { matching: { filter } } },
  });
  const reason = own.get("Contact.customFields.emergency_contact");
  expect([reason, refusals]).toEqual([expect.any(String), [expect.objectContaining({ code: "FORBIDDEN", reason })]]);
});

test("submissions tell nothing of a contact who does not exist for the viewer", async () => {
  const query = `query ($ids: [ID!]!) { submissions(filter: { contactIds: $ids }) { totalCount edges { node { id } } }
    submissionStats(filter: { contactIds: $ids }) { totalCount contacts byStatus { count } } }`;
  const of = async (asker: string, id: string) => (await ask(askers[asker]!, query, { ids: [id] })).data;
  const foreign = await createAccount(platform, { contacts: 1 });
  const nobody = await of("coordinator", foreign.contacts[0]!.globalId);
  await platform.admin`update media.submission set contact_id = ${account.contacts[1]!.id}
    where account_id = ${account.id} and contact_id = ${account.contacts[0]!.id}`;
  expect(nobody["submissions"]).toEqual({ totalCount: 0, edges: [] });
  expect(await of("coordinator", account.contacts[1]!.globalId)).toEqual(nobody);
  expect((await of("owner", account.contacts[1]!.globalId))["submissions"].totalCount).toBe(1);
});
