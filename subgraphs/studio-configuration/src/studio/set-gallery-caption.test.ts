import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, runStudios, type RunningStudios } from "../../test/running-studios.js";
import { seedStudios } from "../seed.js";

const SET = `mutation ($studioId: ID!, $fieldId: ID) {
  done: setGalleryCaption(input: { studioId: $studioId, fieldId: $fieldId }) { kind: __typename
    ... on SetGalleryCaptionPayload { studio { version galleryCaption { id } } } ... on UserError { message path } } }`;
const READ = "query ($id: ID!) { studio(id: $id) { galleryCaption { id } } }";

let studios: RunningStudios;
beforeAll(async () => void (studios = await runStudios()));
afterAll(() => studios.stop());

async function newHome() {
  const account = newAccount();
  const studio = newId();
  await seedStudios(studios.options, account.accountId, [{ id: studio, slug: studio, name: "A", status: "published" }]);
  const studioId = toGlobalId("Studio", studio);
  return {
    ...account,
    studio,
    studioId,
    addField: async (sensitivity: string, state = "active") => {
      const id = newId();
      await studios.admin`insert into identity.published_contact_field values (${account.accountId}, ${id}, ${sensitivity}, ${state})`;
      return toGlobalId("ContactField", id);
    },
    set: (fieldId: string | null, viewer: Viewer = account.member("owner")) =>
      studios.ask(viewer, SET, { studioId, fieldId }),
  };
}

test("a studio names a public field, changes it and lets go of it; each step is audited once", async () => {
  const { accountId, addField, set } = await newHome();
  const [department, title] = [await addField("L0"), await addField("L0")];
  for (const [fieldId, version] of [
    [department, 2],
    [title, 3],
    [title, 3],
    [null, 4],
  ] as const) {
    const galleryCaption = fieldId && { id: fieldId };
    expect((await set(fieldId)).data.done.studio).toEqual({ version, galleryCaption });
  }
  const audits = await studios.admin`
    select fields from compliance.audit_event
    where account_id = ${accountId} and action = 'studio.gallery_caption_set'`;
  expect(audits.map(({ fields }) => fields as string[])).toEqual([
    ["galleryCaption"],
    ["galleryCaption"],
    ["galleryCaption"],
  ]);
});

test("takes no field that is confidential or not in use, and nobody else's", async () => {
  const { addField, set } = await newHome();
  for (const sensitivity of ["L1", "L2", "L3"])
    expect((await set(await addField(sensitivity))).data.done).toEqual({
      kind: "CaptionFieldNotPublic",
      message: "Galleries show public fields (L0) alone.",
      path: ["input", "fieldId"],
    });
  for (const state of ["deprecated", "archived"])
    expect((await set(await addField("L0", state))).data.done.kind).toBe("CaptionFieldNotPublic");
  const theirs = await newHome();
  const gone = [await addField("L0", "deleted"), await theirs.addField("L0"), toGlobalId("ContactField", newId())];
  for (const fieldId of [...gone, toGlobalId("Contact", newId()), "nonsense"])
    expect((await set(fieldId)).codes).toEqual(["NOT_FOUND"]);
  expect((await set(await addField("L0"), theirs.member("owner"))).codes).toEqual(["NOT_FOUND"]);
});

test("owner and admins set it, those who run studios see it, visitors do not", async () => {
  const { member, client, contactOf, studio, studioId, addField, set } = await newHome();
  const fieldId = await addField("L0");
  for (const viewer of [member("coordinator"), member("privacy_officer"), contactOf(studio), client(["studios:read"])])
    expect((await set(fieldId, viewer)).codes).toEqual(["FORBIDDEN"]);
  expect((await set(fieldId, anonymous)).codes).toEqual(["UNAUTHENTICATED"]);
  expect((await set(fieldId, member("admin"))).data.done.kind).toBe("SetGalleryCaptionPayload");
  const seen = (viewer: Viewer) => studios.ask(viewer, READ, { id: studioId });
  for (const viewer of [member("coordinator"), client(["studios:read"])])
    expect((await seen(viewer)).data.studio.galleryCaption).toEqual({ id: fieldId });
  expect(await seen(contactOf(studio))).toEqual({ data: { studio: { galleryCaption: null } }, codes: ["FORBIDDEN"] });
});
