import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs, minuteMs } from "@studio/kit/clock.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { poll } from "../../../../dev/src/poll.js";
import { mailsTo } from "../../test/mailbox.js";
import { actionsOf, mutate } from "../../test/mutate.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { hub } from "../../test/people.js";
import { anonymous, runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const MEMBER = `... on MemberPayload { member { id name email role status groups { name }
  invitation { expiresAt } } }`;

const KNOWN = `${MEMBER} ... on AlreadyMember { member { id status } }`;

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, 2);
});

afterAll(() => identity.stop());

const invite = (input: Record<string, unknown>, role: "owner" | "admin" = "owner", of = account) =>
  mutate(identity, of.member(role), "inviteMember", { role: "ADMIN", ...input }, KNOWN);

const change = (name: string, id: string, of = account) => mutate(identity, of.member("owner"), name, { id }, MEMBER);

/** The token in the mail number `howMany` to an address. */
const tokenFor = async (email: string, howMany = 1) => {
  const mail = await poll(() => mailsTo(identity.mails, email)[howMany - 1], { timeoutMs: 15_000, everyMs: 25 });
  return /http:\/\/localhost\/join\/(\S+)/.exec(mail?.text ?? "")?.[1] ?? "no link";
};

const offer = async (token: string) => {
  const query = "query ($token: String!) { memberInvitation(token: $token) { accountName email role expiresAt } }";
  return (await identity.ask(anonymous, query, { token })).data.memberInvitation;
};

const signIn = (email: string) => identity.identify(hub(email, { accountId: account.accountId }));

const refused = { refused: expect.any(String) };

test("who is invited joins by their first sign-in with that email, as what they were invited", async () => {
  const groupIds = [toGlobalId("Group", account.groupIds[1])];
  const email = "Noor@People.example";
  const { member, type } = await invite({ email, name: "Noor Haddad", role: "COORDINATOR", groupIds });
  expect(type).toBe("MemberPayload");
  expect(member).toMatchObject({ name: "Noor Haddad", email, role: "COORDINATOR", status: "INVITED" });
  expect(member.groups).toEqual([{ name: "Group 2" }]);
  const token = await tokenFor(email);
  expect(await offer(token)).toMatchObject({ accountName: "Northwind", email, role: "COORDINATOR" });
  expect(await identity.identify(hub(email, { emailVerified: false }))).toEqual(refused);
  const joined = await identity.identify(hub("noor@people.example"));
  expect(joined).toMatchObject({ viewer: { kind: "member", role: "coordinator", groupIds: [account.groupIds[1]] } });
  expect(await offer(token)).toBeNull();
  const left =
    await identity.admin`select 1 from identity.member_invitation i join identity.member m on m.id = i.member_id
    where m.email = ${email}`;
  expect(left).toHaveLength(0);
});

test("the mail speaks the account's language, and leaves no token behind", async () => {
  const french = await newAccount(identity, 0);
  await identity.admin`update identity.account set default_locale = 'fr', name = 'L''Étoile & fils' where account_id = ${french.accountId}`;
  await invite({ email: "lea@people.example" }, "owner", french);
  const token = await tokenFor("lea@people.example");
  const [mail] = mailsTo(identity.mails, "lea@people.example");
  expect(mail?.subject).toBe("L'Étoile & fils vous invite dans son studio photo");
  expect(mail?.html).toContain("L&#39;Étoile &amp; fils vous invite");
  const kept = () =>
    identity.admin`select token_sealed, token_hash from identity.member_invitation where account_id = ${french.accountId}`;
  await expect.poll(async () => (await kept())[0]?.["token_sealed"]).toBeNull();
  expect(JSON.stringify(await kept())).not.toContain(token);
  await expect.poll(() => actionsOf(identity, french.accountId)).toEqual(["member.invited", "member.invitation_sent"]);
});

test("the link leads to a page that uses nothing up, and to the same page for every bad link", async () => {
  await invite({ email: "page@people.example" });
  const token = await tokenFor("page@people.example");
  const get = (path: string, method = "GET") =>
    identity.subgraph.fetch(new Request(`http://identity.internal/join/${path}`, { method }));
  for (let visit = 0; visit < 2; visit += 1) {
    const answer = await get(token);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await answer.text()).toContain("sign in with page@people.example");
  }
  const gone = await Promise.all(["", "mi_", `${token.slice(0, -1)}!`, account.integrationKey].map((bad) => get(bad)));
  expect(new Set(await Promise.all(gone.map((answer) => answer.text()))).size).toBe(1);
  expect(new Set(gone.map(({ status }) => status))).toEqual(new Set([404]));
  expect((await get(token, "POST")).status).toBe(405);
});

test("an invitation that has expired opens nothing, until it is sent again", async () => {
  const email = "late@people.example";
  const { member } = await invite({ email });
  const first = await tokenFor(email);
  identity.clock.advance(7 * dayMs);
  expect(await offer(first)).toBeNull();
  expect(await signIn(email)).toEqual(refused);
  expect((await change("resendMemberInvitation", member.id)).type).toBe("MemberPayload");
  const second = await tokenFor(email, 2);
  expect([await offer(first), await offer(second)]).toEqual([null, expect.objectContaining({ email })]);
  expect(await signIn(email)).toHaveProperty("viewer");
  identity.clock.reset();
});

test("an invitation is not sent twice within a minute, nor to who has joined", async () => {
  const { member } = await invite({ email: "again@people.example" });
  expect(await change("resendMemberInvitation", member.id)).toMatchObject({ type: "InvitationJustSent" });
  identity.clock.advance(minuteMs);
  expect((await change("resendMemberInvitation", member.id)).type).toBe("MemberPayload");
  expect(await signIn("again@people.example")).toHaveProperty("viewer");
  identity.clock.advance(minuteMs);
  expect((await change("resendMemberInvitation", member.id)).type).toBe("WrongMemberStatus");
  identity.clock.reset();
});

test("an invitation that is withdrawn opens nothing; being invited again does", async () => {
  const email = "revoked@people.example";
  const { member } = await invite({ email });
  const token = await tokenFor(email);
  expect((await change("revokeMemberInvitation", member.id)).member).toMatchObject({
    status: "REMOVED",
    invitation: null,
  });
  expect(await offer(token)).toBeNull();
  expect(await signIn(email)).toEqual(refused);
  expect((await change("revokeMemberInvitation", member.id)).type).toBe("WrongMemberStatus");
  expect((await invite({ email, role: "COORDINATOR" })).member).toMatchObject({ id: member.id, status: "INVITED" });
  expect(await signIn(email)).toMatchObject({ viewer: { role: "coordinator" } });
});

test("who is a member or invited already is not invited again, whatever the case; two at once invite once", async () => {
  const email = "twice@people.example";
  const both = await Promise.all([invite({ email }), invite({ email: email.toUpperCase() }, "admin")]);
  expect(both.map(({ type }) => type).toSorted()).toEqual(["AlreadyMember", "MemberPayload"]);
  expect(await invite({ email: account.emailOf("admin") })).toMatchObject({
    type: "AlreadyMember",
    member: { status: "ACTIVE" },
  });
});

test("says what is wrong with an invitation", async () => {
  const email = "wrong@people.example";
  expect(await invite({ email: "no address" })).toMatchObject({ type: "InvalidEmail", path: ["input", "email"] });
  expect(await invite({ email, name: " " })).toMatchObject({ type: "InvalidName" });
  expect(await invite({ email, groupIds: [toGlobalId("Group", account.groupIds[0])] })).toMatchObject({
    type: "GroupsNotForRole",
  });
  for (const role of ["OWNER", "PRIVACY_OFFICER"]) {
    expect(await invite({ email, role }, "admin")).toMatchObject({ type: "RoleOutOfReach", path: ["input", "role"] });
  }
  const other = await newAccount(identity, 0);
  const groupIds = [toGlobalId("Group", other.groupIds[0])];
  expect((await invite({ email, role: "COORDINATOR", groupIds })).refused).toEqual(["NOT_FOUND"]);
  for (const role of ["coordinator", "privacy_officer"] as const) {
    expect((await mutate(identity, account.member(role), "inviteMember", { email, role: "ADMIN" })).refused).toEqual([
      "FORBIDDEN",
    ]);
  }
  expect(await identity.admin`select 1 from identity.member where email = ${email}`).toHaveLength(0);
});

test("the account's policy decides where members may be invited, and for how long", async () => {
  const strict = await newAccount(identity, 0);
  const policies = { memberEmailDomains: ["people.example"], memberInvitationDays: 1 };
  await mutate(identity, strict.member("owner"), "updateAccountSettings", { version: 1, policies });
  expect((await invite({ email: "a@elsewhere.example" }, "owner", strict)).type).toBe("EmailDomainNotAllowed");
  const { member } = await invite({ email: "a@people.example" }, "owner", strict);
  const days = (Date.parse(member.invitation.expiresAt) - identity.clock.now().getTime()) / dayMs;
  expect(days).toBeCloseTo(1, 2);
});

test("an invitation from elsewhere does not keep a member from their own account", async () => {
  const email = account.emailOf("privacy_officer");
  expect(await identity.identify(hub(email))).toMatchObject({ viewer: { accountId: account.accountId } });
  const stranger = await newAccount(identity, 0);
  await invite({ email }, "owner", stranger);
  expect(await identity.identify(hub(email))).toMatchObject({ viewer: { accountId: account.accountId } });
  expect(await identity.identify(hub(email, { accountId: stranger.accountId }))).toMatchObject({
    viewer: { accountId: stranger.accountId, role: "admin" },
  });
});
