import { afterAll, beforeAll, expect, test } from "vitest";
import { poll } from "@studio/dev/poll.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform, { contacts: 2 });
  await platform.admin`update studio_configuration.studio set access = 'private' where account_id = ${account.id}`;
});

afterAll(() => platform?.stop());

const INVITE = `mutation ($input: InviteContactInput!) { inviteContact(input: $input) { __typename
  ... on InvitationPayload { invitation { id status studio { name } contact { email } } } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename
  ... on AcceptInvitationPayload { sessionToken contact { status } }
  ... on InvitationOver { invitationStatus } } }`;
const ASK = `mutation ($input: RequestVerificationInput!) { requestVerification(input: $input) { __typename } }`;
const UPLOAD = `mutation { giveConsent(input: { purpose: PROCESSING }) { __typename }
  createPhotoUpload(input: { contentType: "image/png", bytes: 1000 }) { __typename ... on UserError { message } } }`;
const SEEN = `query ($id: ID!) { contact(id: $id) { status invitations(first: 1) {
  edges { node { status openedAt acceptedAt studio { name } } } } } }`;

/** The link in the newest mail to an address, once it has come. */
const linkTo = (email: string) =>
  poll(
    async () => {
      const answer = await fetch(`${platform.mailbox.url}/api/messages?to=${encodeURIComponent(email)}`);
      return /http[^\s"\\]+\/invitation\/ci_[A-Za-z0-9_-]{65}/.exec(await answer.text())?.[0];
    },
    { timeoutMs: 15_000, everyMs: 50 },
  );

test("P05: a private studio is entered by the link in a mail alone, and what came of it is on the dashboard", async () => {
  const visitor = platform.as();
  const { slug } = account.studio;
  const stranger = { studioSlug: slug, firstName: "No", lastName: "Body", email: "nobody@people.example" };
  const turnedAway = await visitor.ask<{ requestVerification: { __typename: string } }>(ASK, { input: stranger });
  expect(turnedAway.requestVerification.__typename).toBe("StudioUnavailable");

  const contactId = account.contacts[0]!.globalId;
  const owner = platform.as(account.credentials.owner);
  const input = { contactId, studioId: account.studio.globalId };
  const { inviteContact } = await owner.ask<{ inviteContact: any }>(INVITE, { input });
  expect(inviteContact.invitation).toMatchObject({ status: "QUEUED", studio: { name: expect.any(String) } });

  const link = await linkTo(inviteContact.invitation.contact.email);
  expect(link).toMatch(new RegExp(`^${platform.url}/invitation/`));
  for (let scan = 1; scan <= 2; scan += 1) expect((await fetch(link!)).status).toBe(200);
  const token = link!.split("/").at(-1)!;
  const { acceptInvitation } = await visitor.ask<{ acceptInvitation: any }>(ACCEPT, { input: { token } });
  expect(acceptInvitation).toMatchObject({ __typename: "AcceptInvitationPayload", contact: { status: "VERIFIED" } });
  expect((await fetch(link!)).status).toBe(404);

  const contact = platform.as(acceptInvitation.sessionToken);
  const { createPhotoUpload } = await contact.ask<{ createPhotoUpload: { __typename: string } }>(UPLOAD, {});
  expect(createPhotoUpload.__typename).toBe("CreatePhotoUploadPayload");

  const seen = await owner.ask<{ contact: any }>(SEEN, { id: contactId });
  expect(seen.contact.invitations.edges[0].node).toEqual({
    status: "ACCEPTED",
    openedAt: expect.any(String),
    acceptedAt: expect.any(String),
    studio: { name: inviteContact.invitation.studio.name },
  });
});
