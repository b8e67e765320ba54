import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { send } from "../support/http.js";
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

const CAPTION = `mutation ($input: SetGalleryCaptionInput!) { setGalleryCaption(input: $input) { kind: __typename
  ... on SetGalleryCaptionPayload { studio { galleryCaption { key } } } } }`;
const GALLERY = `mutation ($input: CreateGalleryInput!) { createGallery(input: $input) {
  ... on CreateGalleryPayload { url } } }`;
const RAISE = `mutation ($id: ID!) { updateContactField(input: { id: $id, version: 1, sensitivity: L1 }) { kind: __typename } }`;

test("a gallery tells what contacts have in a public field that the studio names, behind its PIN, while it is public", async () => {
  const own = await createAccount(platform);
  const owner = platform.as(own.credentials.owner);
  const fieldId = toGlobalId("ContactField", own.fieldId("department"));
  const caption = async (field: string) =>
    (await owner.ask<any>(CAPTION, { input: { studioId: own.studio.globalId, fieldId: field } })).setGalleryCaption;
  const captions = async (url: string) => {
    const { photos } = JSON.parse((await send(url, {})).text) as { photos: { caption: string | null }[] };
    return photos.map(({ caption }) => caption).toSorted((one, other) => String(one).localeCompare(String(other)));
  };
  const office = toGlobalId("ContactField", own.fieldId("office"));
  expect(await caption(office)).toEqual({ kind: "CaptionFieldNotPublic" });
  await expect(caption(toGlobalId("ContactField", account.fieldId("department")))).rejects.toThrow("NOT_FOUND");
  expect(await caption(fieldId)).toMatchObject({ studio: { galleryCaption: { key: "department" } } });

  const expiresAt = new Date(platform.clock.now().getTime() + 3_600_000).toISOString();
  const input = { studioId: own.studio.globalId, name: "Team", pin: "482915", expiresAt };
  const { url } = (await owner.ask<any>(GALLERY, { input })).createGallery;
  expect((await send(url, {})).text).not.toContain("Engineering");
  const { text } = await send(`${url}/pass`, { method: "POST", body: '{ "pin": "482915" }' });
  const { pass } = JSON.parse(text) as { pass: string };
  const opened = `${url}?pass=${pass}`;
  expect(await captions(opened)).toEqual(["Engineering", "People", "Sales"]);
  await platform.admin`update identity.contact set restricted_at = now() where id = ${own.contacts[0]!.id}`;
  expect(await captions(opened)).toEqual(["People", "Sales"]);
  const { updateContactField } = await owner.ask<any>(RAISE, { id: fieldId });
  expect([updateContactField.kind, await captions(opened)]).toEqual(["UpdateContactFieldPayload", [null, null]]);
});
