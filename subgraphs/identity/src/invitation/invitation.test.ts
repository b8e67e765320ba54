import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { dayMs, minuteMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { poll } from "../../../../dev/src/poll.js";
import { contactRow, invitations } from "../../test/invitations.js";
import { edit, tracesOf } from "../../test/edit-contact.js";
import { mailsTo } from "../../test/mailbox.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { addStudio } from "../../test/stand-in-for-studios.js";

let identity: RunningIdentity;
let account: TestAccount;
let studioId: string;
let contactId: string;
let to: ReturnType<typeof invitations>;

beforeAll(async () => {
  identity = await runIdentity();
  to = invitations(identity);
});

beforeEach(async () => {
  account = await newAccount(identity);
  studioId = await addStudio(identity.admin, { accountId: account.accountId, slug: newId(), access: "private" });
  contactId = account.contactId(0);
  await identity.admin`update identity.contact set status = 'unverified', email = id || '@people.example',
    email_key = id || '@people.example' where account_id = ${account.accountId}`;
});

afterAll(() => identity.stop());

const owner = () => account.member("owner");

async function invited(viewer = owner()) {
  const { invitation } = await to.invite(viewer, contactId, studioId);
  const { email } = await contactRow(identity, contactId);
  return { id: String(invitation.id), email, token: await to.tokenFor(email) };
}

test("P05: a link proves the email and signs the contact in to a private studio, once", async () => {
  const { invitation, type } = await to.invite(owner(), contactId, studioId);
  expect(type).toBe("InvitationPayload");
  expect(invitation).toMatchObject({
    status: "QUEUED",
    contact: { status: "INVITED" },
    studio: { id: toGlobalId("Studio", studioId) },
  });
  const { createdAt, expiresAt } = invitation;
  expect(new Date(expiresAt).getTime() - new Date(createdAt).getTime()).toBe(30 * dayMs);
  const { email } = await contactRow(identity, contactId);
  const token = await to.tokenFor(email);
  const accepted = await to.accept(token);
  expect(accepted).toMatchObject({
    type: "AcceptInvitationPayload",
    contact: { status: "VERIFIED", email },
    invitation: { id: invitation.id, status: "ACCEPTED" },
  });
  const answer = await identity.identify({ kind: "session", token: accepted["sessionToken"] });
  expect(answer).toMatchObject({ viewer: { kind: "contact", contactId, studioId } });
  expect(await to.accept(token)).toMatchObject({ type: "InvitationOver", invitationStatus: "ACCEPTED" });
  const { audit, events } = await tracesOf(identity, contactId);
  expect(audit.filter((action) => action !== "contact.invitation_sent")).toEqual([
    "contact.invited",
    "contact.invitation_accepted",
    "contact.verified",
  ]);
  expect(events).toEqual(["contact.invited", "contact.invitation_accepted", "contact.updated"]);
});

test("a link has 256 random bits, is kept as a digest, and sealed only until its mail has left", async () => {
  const { id, token } = await invited();
  expect(Buffer.from(token.slice(-43), "base64url")).toHaveLength(32);
  const kept = await poll(
    async () => {
      const [row] =
        await identity.admin`select * from identity.invitation where id = ${fromGlobalId("Invitation", id)}`;
      return row!["sent_at"] ? row : undefined;
    },
    { timeoutMs: 15_000, everyMs: 25 },
  );
  expect(kept!["token_sealed"]).toBeNull();
  expect(JSON.stringify(Object.values(kept!).map(String))).not.toContain(token.slice(-43));
  const other = await to.invite(owner(), account.contactId(1), studioId);
  expect(await to.accept(`${token.slice(0, -43)}${"A".repeat(43)}`)).toMatchObject({ invitationStatus: null });
  expect(other.type).toBe("InvitationPayload");
});

test("looking at the link uses nothing up, and is noted once", async () => {
  const { token, id } = await invited();
  expect((await to.look(token, "HEAD")).status).toBe(200);
  const page = await to.look(token);
  expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await page.text()).toContain("Northwind invites you to Autumn portraits");
  const seen = await identity.ask(owner(), `{ node(id: "${id}") { ... on Invitation { status openedAt } } }`);
  expect(seen.data.node).toEqual({ status: "OPENED", openedAt: expect.any(Date) });
  const offered = await identity.ask(
    { kind: "anonymous", accountId: null },
    `{ contactInvitation(token: "${token}") { accountName studioName } }`,
  );
  expect(offered.data.contactInvitation).toEqual({ accountName: "Northwind", studioName: "Autumn portraits" });
  const { audit } = await tracesOf(identity, contactId);
  expect(audit.filter((action) => action === "contact.invitation_opened")).toHaveLength(1);
  expect((await to.accept(token)).type).toBe("AcceptInvitationPayload");
  expect((await to.look(token)).status).toBe(404);
  expect((await to.look(token, "POST")).status).toBe(405);
});

test("a link is good for 30 days, and can be sent again after", async () => {
  const { id, email, token } = await invited();
  identity.clock.advance(30 * dayMs);
  expect(await to.accept(token)).toMatchObject({ type: "InvitationOver", invitationStatus: "EXPIRED" });
  expect((await to.look(token)).status).toBe(404);
  expect(await to.resend(owner(), id)).toMatchObject({ invitation: { status: "QUEUED" } });
  const second = await to.tokenFor(email, 2);
  identity.clock.advance(30 * dayMs - minuteMs);
  expect((await to.accept(second)).type).toBe("AcceptInvitationPayload");
});

test("sending it again kills the earlier link, and waits a minute", async () => {
  const { id, email, token } = await invited();
  expect((await to.resend(owner(), id)).type).toBe("InvitationJustSent");
  identity.clock.advance(minuteMs);
  expect((await to.resend(owner(), id)).type).toBe("InvitationPayload");
  expect(await to.accept(token)).toMatchObject({ type: "InvitationOver", invitationStatus: null });
  const second = await to.tokenFor(email, 2);
  expect((await to.accept(second)).type).toBe("AcceptInvitationPayload");
  const ids = mailsTo(identity.mails, email).map((mail) => mail.messageId);
  expect(new Set(ids).size).toBe(2);
  identity.clock.advance(minuteMs);
  expect(await to.resend(owner(), id)).toMatchObject({ type: "InvitationOver", invitationStatus: "ACCEPTED" });
});

test("a withdrawn invitation is dead, and the contact merely known again", async () => {
  const { id, token } = await invited();
  expect(await to.revoke(owner(), id)).toMatchObject({
    invitation: { status: "REVOKED", contact: { status: "UNVERIFIED" } },
  });
  expect(await to.accept(token)).toMatchObject({ type: "InvitationOver", invitationStatus: "REVOKED" });
  expect(await to.revoke(owner(), id)).toMatchObject({ type: "InvitationOver", invitationStatus: "REVOKED" });
  expect(await to.resend(owner(), id)).toMatchObject({ type: "InvitationOver", invitationStatus: "REVOKED" });
  expect((await to.invite(owner(), contactId, studioId)).type).toBe("InvitationPayload");
});

test("an invitation that was sent to an address proves no other, and none to who was set aside", async () => {
  const { token } = await invited();
  const update = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { __typename } }`;
  const [row] = await identity.admin`select version from identity.contact where id = ${contactId}`;
  const version = Number(row!["version"]);
  const input = {
    id: toGlobalId("Contact", contactId),
    version,
    email: `new.${contactId}@people.example`,
    customFields: [],
  };
  const { data } = await identity.ask(owner(), update, { input });
  expect(data.updateContact.__typename).toBe("UpdateContactPayload");
  expect((await contactRow(identity, contactId)).status).toBe("unverified");
  expect(await to.accept(token)).toMatchObject({ type: "InvitationOver", invitationStatus: "REVOKED" });
  const other = account.contactId(1);
  await to.invite(owner(), other, studioId);
  const link = await to.tokenFor(`${other}@people.example`);
  const aside = { id: toGlobalId("Contact", other) };
  expect((await edit(identity, owner(), "archiveContact", aside)).type).toBe("ArchiveContactPayload");
  expect((await to.accept(link)).type).toBe("InvitationOver");
  const restored = await edit(identity, owner(), "restoreContact", aside);
  expect(restored.contact.status).toBe("UNVERIFIED");
});

test("who is archived, merged, erased or under restriction is not invited, nor anybody twice", async () => {
  const [archived, merged, erased, restricted] = [1, 2, 3, 4].map((place) => account.contactId(place)) as string[];
  await identity.admin`update identity.contact set status = 'archived' where id in (${archived!}, ${merged!})`;
  await identity.admin`update identity.contact set merged_into = ${contactId} where id = ${merged!}`;
  await identity.admin`update identity.contact set status = 'erased' where id = ${erased!}`;
  await identity.admin`update identity.contact set restricted_at = now() where id = ${restricted!}`;
  const refusals = [];
  for (const id of [archived, merged, erased, restricted]) refusals.push(await to.invite(owner(), id!, studioId));
  expect(refusals.map(({ type, message }) => `${type}: ${message}`)).toEqual([
    "ContactStateConflict: The contact is archived.",
    "ContactStateConflict: The contact was merged into another. Work with that one, or undo the merge.",
    "ContactStateConflict: The contact is erased, or being erased.",
    "ProcessingRestricted: Processing of this contact is restricted. Nothing may be done until that is lifted.",
  ]);
  const { id } = await invited();
  expect(await to.invite(owner(), contactId, studioId)).toMatchObject({ type: "AlreadyInvited", invitation: { id } });
  const both = await Promise.all([1, 2].map(() => to.invite(owner(), account.contactId(5), studioId)));
  expect(both.map(({ type }) => type).toSorted()).toEqual(["AlreadyInvited", "InvitationPayload"]);
});

test("nobody is invited to a studio that takes nobody; a paused one keeps the invitation for later", async () => {
  const draft = await addStudio(identity.admin, { accountId: account.accountId, slug: newId(), status: "draft" });
  expect((await to.invite(owner(), contactId, draft)).type).toBe("StudioNotPublished");
  expect((await to.invite(owner(), contactId, newId())).refused).toEqual(["NOT_FOUND"]);
  const { token } = await invited();
  await identity.admin`update studio_configuration.studio set status = 'paused' where id = ${studioId}`;
  expect((await to.accept(token)).type).toBe("StudioUnavailable");
  await identity.admin`update studio_configuration.studio set status = 'published' where id = ${studioId}`;
  expect((await to.accept(token)).type).toBe("AcceptInvitationPayload");
});
