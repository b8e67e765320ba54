import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { dayMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { invitations } from "../../test/invitations.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { addStudio } from "../../test/stand-in-for-studios.js";

const STATS = `query ($filter: ContactFilter, $first: Int) {
  contactStats(filter: $filter, facets: [{ field: STUDIO, first: $first }]) {
    totalCount facets { field values { value label count } } } }`;

let identity: RunningIdentity;
let account: TestAccount;
let autumn: string;
let spring: string;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, 8);
  const { accountId } = account;
  autumn = await addStudio(identity.admin, { accountId, slug: "autumn", name: "Autumn" });
  spring = await addStudio(identity.admin, { accountId, slug: "spring", name: "Spring", status: "draft" });
});

afterAll(() => identity.stop());

/** Adds a submission as media keeps it. */
async function submit(accountId: string, contactId: string, studioId: string, status: string): Promise<void> {
  const [photoId, at] = [newId(), identity.clock.now()];
  const decision = status === "accepted" || status === "rejected" ? status : null;
  await identity.admin`insert into media.photo
      (account_id, id, contact_id, studio_id, status, upload_expires_at, created_at, updated_at)
    values (${accountId}, ${photoId}, ${contactId}, ${studioId}, 'uploading', ${at}, ${at}, ${at})`;
  await identity.admin`insert into media.submission
      (account_id, id, contact_id, studio_id, photo_id, status, reviewed_digest, created_at, submitted_at, decision, decided_at)
    values (${accountId}, ${newId()}, ${contactId}, ${studioId}, ${photoId}, ${status}, 'digest', ${at}, ${at}, ${decision}, ${at})`;
}

/** How many contacts each studio has, by its name. */
async function counted(viewer: Viewer, variables: Record<string, unknown> = {}) {
  const { data, errors } = await identity.ask(viewer, STATS, { first: 20, ...variables });
  expect(errors).toEqual([]);
  const [{ field, values }] = data.contactStats.facets;
  expect(field).toBe("STUDIO");
  return values.map((one: { value: string; label: string | null; count: number }) => [one.value, one.label, one.count]);
}

const gid = (studioId: string) => toGlobalId("Studio", studioId);

test("counts a contact once in each studio that they submitted to or are invited to, while that holds", async () => {
  const owner = account.member("owner");
  const ours = (index: number, studioId: string, status: string) =>
    submit(account.accountId, account.contactId(index), studioId, status);
  const { invite, revoke } = invitations(identity);
  expect(await counted(owner)).toEqual([]);
  // Contact 0 has two reasons in one studio and one in the other; what 4 and 5 had is over.
  await ours(0, autumn, "submitted");
  await ours(0, autumn, "rejected");
  await ours(0, spring, "draft");
  await ours(1, autumn, "accepted");
  await ours(4, spring, "withdrawn");
  await ours(5, spring, "purged");
  await invite(owner, account.contactId(0), autumn);
  await invite(owner, account.contactId(2), autumn);
  const { invitation } = await invite(owner, account.contactId(3), autumn);
  expect(await counted(owner)).toEqual([
    [gid(autumn), "Autumn", 4],
    [gid(spring), "Spring", 1],
  ]);
  await revoke(owner, invitation.id);
  expect(await counted(owner, { first: 1 })).toEqual([[gid(autumn), "Autumn", 3]]);
  await identity.admin`update identity.invitation set accepted_at = created_at where contact_id = ${account.contactId(0)}`;
  await identity.admin`delete from media.submission where contact_id = ${account.contactId(0)} and studio_id = ${autumn}`;
  identity.clock.advance(31 * dayMs);
  // An accepted invitation stays; one that nobody followed in time does not.
  expect(await counted(owner)).toEqual([
    [gid(autumn), "Autumn", 2],
    [gid(spring), "Spring", 1],
  ]);
});

test("counts within a filter, and for a coordinator the contacts of their groups alone", async () => {
  const one = { filter: { id: { eq: toGlobalId("Contact", account.contactId(1)) } } };
  expect(await counted(account.member("owner"), one)).toEqual([[gid(autumn), "Autumn", 1]]);
  const coordinator = account.member("coordinator");
  expect(await counted(coordinator, one)).toEqual([]);
  expect(await counted(coordinator)).toEqual(
    expect.arrayContaining([
      [gid(autumn), "Autumn", 1],
      [gid(spring), "Spring", 1],
    ]),
  );
});

test("names studios to members, and to a program by their ids alone", async () => {
  expect((await counted(account.integration(["contacts:read"])))[0]).toEqual([gid(autumn), null, 2]);
});

test("sees nothing of another account, also with a contact's id that both have", async () => {
  const other = await newAccount(identity, 2);
  await submit(other.accountId, other.contactId(0), autumn, "submitted");
  await submit(other.accountId, account.contactId(7), autumn, "submitted");
  expect(await counted(other.member("owner"))).toEqual([[gid(autumn), null, 1]]);
  expect((await counted(account.member("owner")))[0]).toEqual([gid(autumn), "Autumn", 2]);
});

test("may read of submissions whose they are, where and in which state, and nothing else", async () => {
  const refused = identity
    .openAs("identity")
    .inAccount(account.accountId, (tx) => tx.execute(sql`select reviewed_digest from media.submission`));
  await expect(refused).rejects.toMatchObject({ cause: { code: "42501" } });
});
