import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { contactSession } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform, { contacts: 2 });
});

afterAll(() => platform?.stop());

const PAUSE = `mutation ($id: ID!) { pauseStudio(input: { id: $id }) { ... on PauseStudioPayload { studio { status } } } }`;
const RESUME = `mutation ($id: ID!) { resumeStudio(input: { id: $id }) { ... on ResumeStudioPayload { studio { status } } } }`;
const PAGE = `query ($slug: String!) { studioBySlug(slug: $slug) { status } }`;
const ENTER = `mutation ($input: RequestVerificationInput!) { requestVerification(input: $input) { __typename } }`;
const UPLOAD = `mutation { createPhotoUpload(input: { contentType: "image/png", bytes: 1000 }) { kind: __typename
  ... on UploadRefused { reason } } }`;
const ACCEPT = `mutation ($id: ID!, $version: Int!) { acceptSubmission(input: { id: $id, version: $version }) { __typename
  ... on AcceptSubmissionPayload { submission { status } } } }`;
const EVENTS = `query ($after: String) { eventPage(first: 9, after: $after, types: [STUDIO_PAUSED, STUDIO_RESUMED]) {
  endCursor edges { node { type studioId } } } }`;

test("a paused studio says so, lets nobody in and takes no photo; what was submitted is reviewed; resumed, all goes on", async () => {
  const { slug, globalId } = account.studio;
  const visitor = platform.as();
  const owner = platform.as(account.credentials.owner);
  const contact = platform.as(await contactSession(platform, account, 1));
  const newcomer = { studioSlug: slug, firstName: "New", lastName: "Comer", email: "new@people.example" };
  const seen = async () => {
    const page = await visitor.ask<any>(PAGE, { slug });
    const entry = await visitor.ask<any>(ENTER, { input: newcomer });
    const { createPhotoUpload } = await contact.ask<any>(UPLOAD);
    return [
      page.studioBySlug.status,
      entry.requestVerification.__typename,
      createPhotoUpload.reason ?? createPhotoUpload.kind,
    ];
  };
  const { eventPage: before } = await owner.ask<any>(EVENTS);
  await owner.ask(PAUSE, { id: globalId });
  expect(await seen()).toEqual(["PAUSED", "StudioUnavailable", "STUDIO_CLOSED"]);
  const { submissionId } = account.contacts[0]!;
  const [waiting] = await platform.admin<{ version: number }[]>`
    update media.submission set status = 'awaiting_admin' where id = ${submissionId} returning version`;
  const id = toGlobalId("Submission", submissionId);
  const { acceptSubmission } = await owner.ask<any>(ACCEPT, { id, ...waiting });
  expect(acceptSubmission).toMatchObject({ submission: { status: "ACCEPTED" } });
  await owner.ask(RESUME, { id: globalId });
  expect(await seen()).toEqual(["PUBLISHED", "RequestVerificationPayload", "CreatePhotoUploadPayload"]);
  const { eventPage } = await owner.ask<any>(EVENTS, { after: before.endCursor });
  expect(eventPage.edges.map(({ node }: any) => node)).toEqual([
    { type: "STUDIO_PAUSED", studioId: globalId },
    { type: "STUDIO_RESUMED", studioId: globalId },
  ]);
});
