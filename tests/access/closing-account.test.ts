import { readFile } from "node:fs/promises";
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, post } from "../support/http.js";
import { contactSession, staffToken } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let account: TestAccount;
let mutations: GraphQLField<unknown, unknown>[];
let people: Record<string, Record<string, string>>;

beforeAll(async () => {
  platform = await startTestPlatform({ LIMIT_ANONYMOUS_COST: "1000000" });
  account = await createAccount(platform);
  const schema = buildSchema(await readFile(new URL("../../schema/api.graphql", import.meta.url), "utf8"));
  mutations = Object.values(schema.getMutationType()!.getFields());
  people = {
    owner: bearer(account.credentials.owner),
    contact: bearer(await contactSession(platform, account, 0)),
    staff: { ...bearer(await staffToken(platform, account, ["contacts:read"])), "studio-account": account.id },
    nobody: {},
  };
  await platform.admin`update identity.account set status = 'closing' where account_id = ${account.id}`;
});

afterAll(() => platform?.stop());

/** Something that a type takes, whatever it means. */
function anything(type: GraphQLInputType): unknown {
  if (isListType(type)) return [];
  if (isNonNullType(type)) return anything(type.ofType);
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, anything(field.type)]));
  }
  return { Int: 1, Boolean: true, DateTime: "2025-01-01T00:00:00.000Z" }[String(type)] ?? "x";
}

/** Mutations that say as data that the account is closing, once they know what they are to do. */
const meant = (): Record<string, unknown> => {
  const contactId = account.contacts[0]!.globalId;
  return {
    inviteContact: { contactId, studioId: toGlobalId("Studio", account.studio.id) },
    inviteMember: { email: "somebody@people.example", role: "ADMIN" },
    startBulkAction: { kind: "ARCHIVE", target: { contactIds: [contactId] } },
  };
};

/** What becomes of a mutation for one person: it is not theirs, the account is closing, or it goes on. */
async function outcomeOf({ name, args }: GraphQLField<unknown, unknown>, person: string) {
  const input = args.find((arg) => arg.name === "input")!;
  const query = `mutation ($input: ${String(input.type)}) { result: ${name}(input: $input) { __typename } }`;
  const variables = { input: meant()[name] ?? anything(input.type) };
  const { json, text } = await post(platform.graphUrl, { query, variables }, people[person]);
  const { code, reason, field } = { code: "", reason: "", field: "", ...json?.errors?.[0]?.extensions };
  if (code === "FORBIDDEN") expect(field, text).toBe(`Mutation.${name}`);
  if (code === "FORBIDDEN" || code === "UNAUTHENTICATED") return "not theirs";
  const type = (json?.data?.["result"] as { __typename: string } | null | undefined)?.__typename;
  return reason === "ACCOUNT_CLOSING" || type === "AccountClosing" ? "closing" : "goes on";
}

/** What stays possible, and for whom. Whatever is not here is refused in a closing account, in every subgraph. */
const GOES_ON: Record<string, string[]> = {
  // Rights of the person, from the request to its decision; withdrawing; correcting what is kept about oneself.
  fileDataSubjectRequest: ["contact"],
  fileUnverifiedDataSubjectRequest: ["nobody"],
  enterDataSubjectRequest: ["owner"],
  identifyDataSubject: ["owner"],
  approveDataSubjectRequest: ["owner"],
  denyDataSubjectRequest: ["owner"],
  withdrawDataSubjectRequest: ["contact"],
  withdrawConsent: ["contact"],
  withdrawSubmission: ["contact"],
  updateContact: ["contact"],
  // Taking away access and what is shown or sent, removing, and calling a removal off.
  suspendMember: ["owner"],
  removeMember: ["owner"],
  revokeMemberInvitation: ["owner"],
  unassignCoordinator: ["owner"],
  pauseWebhookEndpoint: ["owner"],
  deleteWebhookEndpoint: ["owner"],
  revokeInvitation: ["owner"],
  lockGallery: ["owner"],
  removeCollection: ["owner"],
  cancelCollectionRemoval: ["owner"],
  cancelBulkAction: ["owner"],
  // Staff's help.
  requestSupportAccess: ["staff"],
  grantSupportAccess: ["owner"],
  denySupportAccess: ["owner"],
  extendSupportAccess: ["owner"],
  revokeSupportAccess: ["owner"],
  // Looking, and signing in: where the studio is not known, no account is either.
  previewAs: ["owner"],
  requestVerification: ["owner", "contact", "staff", "nobody"],
  verifyEmail: ["owner", "contact", "staff", "nobody"],
  acceptInvitation: ["owner", "contact", "staff", "nobody"],
};

test("in a closing account every mutation of the graph is refused, but for those that are named", async () => {
  const found: Record<string, string[]> = {};
  const undecided: string[] = [];
  for (const mutation of mutations) {
    const outcomes = await Promise.all(
      Object.keys(people).map(async (person) => [person, await outcomeOf(mutation, person)] as const),
    );
    const going = outcomes.filter(([, outcome]) => outcome === "goes on").map(([person]) => person);
    if (going.length > 0) found[mutation.name] = going;
    else if (!outcomes.some(([, outcome]) => outcome === "closing")) undecided.push(mutation.name);
  }
  expect(found).toEqual(GOES_ON);
  expect(undecided).toEqual([]);
});

test("everything is still read, and everything changes again once it is reopened", async () => {
  const ask = (query: string) => post(platform.graphUrl, { query }, people["owner"]);
  const query =
    "{ account { status } contacts(first: 1) { totalCount } submissions(first: 1) { totalCount } studios(first: 1) { edges { node { id } } } }";
  const read = await ask(query);
  expect(read.json).toMatchObject({ data: { account: { status: "CLOSING" }, contacts: { totalCount: 6 } } });
  expect(read.json!.errors).toBeUndefined();
  await platform.admin`update identity.account set status = 'active' where account_id = ${account.id}`;
  const changed = await ask('mutation { createGroup(input: { name: "Reopened" }) { __typename } }');
  expect(changed.json).toMatchObject({ data: { createGroup: { __typename: "GroupPayload" } } });
});
