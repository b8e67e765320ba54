import { afterAll, beforeAll, expect, test } from "vitest";
import { hourMs } from "@studio/kit/clock.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { poll } from "@studio/dev/poll.js";
import { createAccount, memberToken, type TestAccount } from "../support/account.js";
import { bearer, onlyCode, post } from "../support/http.js";
import { contactSession, staffToken } from "../support/people.js";
import { askForUpload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openStream, until } from "../support/stream.js";

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
});

afterAll(() => platform?.stop());

const ask = (credential: string, query: string, variables: Record<string, unknown> = {}, of = account) =>
  post(platform.graphUrl, { query, variables }, { ...bearer(credential), "studio-account": of.id });

/** Runs a mutation of one input. @returns what came of it: its type, and what else was selected */
const act = async (credential: string, name: string, input: Record<string, unknown>, selection = "") => {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${selection} } }`;
  return (await ask(credential, query, { input })).json?.data?.[name] as { __typename: string } & Record<string, any>;
};

const memberId = async (role: string) => {
  const [row] = await platform.admin<{ id: string }[]>`
    select id from identity.member where account_id = ${account.id} and role = ${role}`;
  return toGlobalId("Member", row!.id);
};

test("a member who is suspended through the graph is out: their stream within a second, their request at once", async () => {
  const { owner, admin } = account.credentials;
  const stream = await openStream(platform, admin);
  expect((await ask(admin, "{ account { id } }")).status).toBe(200);
  const id = await memberId("admin");
  expect(await act(owner, "suspendMember", { id })).toEqual({ __typename: "MemberPayload" });
  const since = performance.now();
  expect((await ask(admin, "{ account { id } }")).status).toBe(401);
  await until("the stream is closed", () => stream.closed() !== null, 1_000 - (performance.now() - since));
  expect(stream.closed()).toMatchObject({ code: 4403 });
  expect(await act(owner, "reinstateMember", { id })).toEqual({ __typename: "MemberPayload" });
  expect((await ask(admin, "{ account { id } }")).status).toBe(200);
});

test("a group taken from a coordinator is out of their world, in every subgraph and in an open stream", async () => {
  const { owner, coordinator } = account.credentials;
  const query = `query ($id: ID!) { contact(id: $id) { id consents { purpose } } submissions { edges { node { id } } } }`;
  const [contact] = account.contacts;
  const seen = await ask(coordinator, query, { id: contact!.globalId });
  expect(seen.json?.data).toMatchObject({
    contact: { id: contact!.globalId },
    submissions: { edges: expect.any(Array) },
  });
  const stream = await openStream(platform, coordinator);
  await askForUpload(platform.as(await contactSession(platform, account, 0)), "image/jpeg", 1000);
  await until("the coordinator has the event", () => stream.eventIds().length === 1);
  const [taken, given] = account.groups.map((id) => toGlobalId("Group", id));
  const id = await memberId("coordinator");
  expect(await act(owner, "unassignCoordinator", { groupId: taken, memberId: id })).toEqual({
    __typename: "GroupPayload",
  });
  const after = await ask(coordinator, query, { id: contact!.globalId });
  expect(after.json?.data).toEqual({ contact: null, submissions: { edges: [] } });
  expect(onlyCode(after)).toBe("NOT_FOUND");
  expect(await act(owner, "assignCoordinator", { groupId: given, memberId: id })).toEqual({
    __typename: "GroupPayload",
  });
  // The log is in order: once the event of a contact who is theirs now has come, the one before it was passed over.
  for (const index of [2, 1]) {
    await askForUpload(platform.as(await contactSession(platform, account, index)), "image/jpeg", 1000);
  }
  await until("the coordinator has one more event", () => stream.eventIds().length === 2);
  await stream.close();
  expect(stream.eventIds()).toHaveLength(2);
});

test("P07: who is invited follows the mail's link, signs in at the Hub and is a member; no table has a place for a password", async () => {
  const email = `new.${account.studio.slug}@people.example`;
  const invited = await act(account.credentials.owner, "inviteMember", { email, role: "ADMIN" });
  expect(invited).toEqual({ __typename: "MemberPayload" });
  const inbox = async () =>
    (await fetch(`${platform.mailbox.url}/api/messages?to=${email}`)).json() as Promise<{
      messages: { text: string }[];
    }>;
  const link = await poll(async () => /http\S+\/join\/\S+/.exec((await inbox()).messages[0]?.text ?? "")?.[0], {
    timeoutMs: 15_000,
    everyMs: 50,
  });
  const page = await fetch(link!);
  expect([page.status, page.headers.get("referrer-policy")]).toEqual([200, "no-referrer"]);
  expect(await page.text()).toContain(email);
  const { json } = await ask(await memberToken(platform, email), "{ viewer { kind role } }");
  expect(json?.data?.["viewer"]).toEqual({ kind: "MEMBER", role: "ADMIN" });
  expect((await fetch(link!)).status).toBe(404);
  const columns = await platform.admin<{ name: string }[]>`select table_name || '.' || column_name as name
    from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')`;
  expect(columns.map(({ name }) => name)).toContain("member.email");
  expect(columns.filter(({ name }) => /passw|pwd|passphrase/i.test(name))).toEqual([]);
});

test("staff see a client's people by an owner's leave only, for its time only, and on the record in every subgraph", async () => {
  const staff = await staffToken(platform, account, null);
  const { owner } = account.credentials;
  const accountId = toGlobalId("Account", account.id);
  const query = `query ($id: ID!) { contact(id: $id) { firstName consents { purpose }
    latestSubmission { photo { original { url } } } } }`;
  const [contact] = account.contacts;
  const read = () => ask(staff, query, { id: contact!.globalId });
  const input = { accountId, reason: "Ticket 4711: photos do not arrive", scopes: ["PHOTOS_READ"] };
  const asked = await act(staff, "requestSupportAccess", input, "... on SupportGrantPayload { supportGrant { id } }");
  expect((await read()).json?.data?.["contact"]).toBeNull();
  await act(owner, "grantSupportAccess", { id: asked["supportGrant"].id });
  const seen = (await read()).json?.data;
  expect(seen?.["contact"]).toMatchObject({ firstName: expect.any(String), consents: expect.any(Array) });
  const trail = await ask(
    account.credentials.privacy_officer,
    "{ auditEvents(first: 100) { edges { node { action actorKind subjectId requestId fields } } } }",
  );
  const page = trail.json?.data?.["auditEvents"] as { edges: { node: any }[] } | undefined;
  const events = page?.edges.map((edge) => edge.node) ?? [];
  const reads = events.filter((event: any) => event.action === "staff.read");
  expect(new Set(reads.map((event: any) => `${event.actorKind} ${event.subjectId}`))).toEqual(
    new Set([`STAFF ${asked["supportGrant"].id}`]),
  );
  expect(new Set(reads.map((event: any) => event.requestId)).size).toBe(1);
  const fields = new Set(reads.flatMap((event: any) => event.fields.flatMap((line: string) => line.split(/: |, /))));
  for (const name of [contact!.globalId, "firstName", "consents", "latestSubmission", "Photo.original"]) {
    expect(fields).toContain(name);
  }
  platform.clock.advance(8 * hourMs);
  expect((await read()).json?.data?.["contact"] ?? null).toBeNull();
  platform.clock.reset();
});
