import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  agreeToProcessing,
  enterStudio,
  submitReviewed,
  uploadPhoto,
  type ContactSession,
} from "@studio/dev/journey/contact-app.js";
import { dayMs } from "@studio/kit/clock.js";
import { likeness } from "../../subgraphs/media/samples/likeness.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { openExiftool, type Exiftool } from "../support/exiftool.js";
import { PLANTED, plantedPhotos, type PlantedPhoto } from "../support/planted-photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { zipEntries } from "../support/zip-entries.js";

/** Tags by their group and name. Nothing of the kind is in a file that is pixels and what is needed to show them. */
const PRIVATE =
  /GPS|EXIF|XMP|IPTC|MPF|Photoshop|ICC_Profile|Make|Model|Artist|Author|Software|FileName|Comment|Date|Thumbnail|Preview/i;

let platform: TestPlatform;
let exiftool: Exiftool;

beforeAll(async () => {
  platform = await startTestPlatform();
  exiftool = await openExiftool();
});

afterAll(async () => {
  await platform?.stop();
  await exiftool?.close();
});

const RECIPES = {
  jpeg: { format: "JPEG" },
  webp: { format: "WEBP" },
  avif: { format: "AVIF" },
  png: { format: "PNG" },
  grey: { format: "WEBP", tone: "GREY" },
};

/** Puts a recipe for each format on the studio's list, and one in greys, as its owner. */
async function addRecipes(account: TestAccount): Promise<void> {
  const owner = platform.as(account.credentials.owner);
  for (const [name, recipe] of Object.entries(RECIPES)) {
    const size = { width: 160, height: 200, fit: "FACE", backdrop: "#ffffff" };
    const input = { studioId: account.studio.globalId, name, ...size, ...recipe };
    const { added } = await owner.ask<{ added: { __typename: string } }>(
      `mutation ($input: AddDerivativeRecipeInput!) { added: addDerivativeRecipe(input: $input) { __typename } }`,
      { input },
    );
    expect(added.__typename).toBe("AddDerivativeRecipePayload");
  }
}

async function newcomer({ studio }: TestAccount): Promise<ContactSession> {
  const email = `casey.${randomBytes(4).toString("hex")}@people.example`;
  const person = { firstName: "Casey", lastName: "Camera", email };
  const session = await enterStudio(platform.graphUrl, platform.mailbox.url, studio.slug, person);
  await agreeToProcessing(session);
  return session;
}

interface Linked {
  url: string;
}

/** Every link to a picture of a photo that the platform gives: the original, the edited version, each headshot. */
async function linksOf(session: ContactSession, photo: PlantedPhoto): Promise<{ original: string; all: string[] }> {
  const edited = await uploadPhoto(session, photo);
  await submitReviewed(session, edited);
  const answer = await session.graph.ask<{ photo: { original: Linked; edited: Linked; derivatives: Linked[] } }>(
    "query ($id: ID!) { photo(id: $id) { original { url } edited { url } derivatives { url } } }",
    { id: edited.photoId },
  );
  const { original, edited: shown, derivatives } = answer.photo;
  return { original: original.url, all: [original, shown, ...derivatives].map(({ url }) => url) };
}

interface Served {
  what: string;
  bytes: Buffer;
}

/** The bytes under a link. No header of the answer names a file, but for the archive's own. */
async function fetchBytes(what: string, url: string): Promise<Served> {
  const response = await fetch(url);
  expect([what, response.status]).toEqual([what, 200]);
  const disposition = response.headers.get("content-disposition");
  expect(disposition).toBe(what === "archive" ? 'attachment; filename="headshots.zip"' : "inline");
  expect([...response.headers].join()).not.toMatch(PLANTED);
  const type = response.headers.get("content-type");
  return { what: `${what} ${type}`, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** What a gallery of the whole studio serves: each picture, the archive, and each picture in it. */
async function fromGallery(account: TestAccount): Promise<Served[]> {
  const expiresAt = new Date(platform.clock.now().getTime() + dayMs).toISOString();
  const input = { studioId: account.studio.globalId, name: "Team", expiresAt };
  const made = await platform.as(account.credentials.owner).ask<{ createGallery: { url: string } }>(
    `mutation ($input: CreateGalleryInput!) { createGallery(input: $input) {
      ... on CreateGalleryPayload { url } ... on UserError { message } } }`,
    { input },
  );
  const { url } = made.createGallery;
  const { photos } = (await (await fetch(url)).json()) as { photos: { id: string }[] };
  const pictures = await Promise.all(photos.map(({ id }) => fetchBytes("gallery", `${url}/photos/${id}`)));
  const archive = await fetchBytes("archive", `${url}/photos.zip`);
  const files = zipEntries(archive.bytes);
  expect(files).toHaveLength(photos.length);
  expect(photos.length).toBeGreaterThanOrEqual(4);
  for (const { name } of files) expect(name).toMatch(/^headshots\/[^/]+\.(jpg|png|webp|avif)$/);
  return [...pictures, archive, ...files.map(({ name, bytes }) => ({ what: name, bytes }))];
}

test("P04: exiftool finds what a phone wrote in the upload, and none of it in anything that is served", async () => {
  const account = await createAccount(platform, { contacts: 1 });
  await addRecipes(account);
  const session = await newcomer(account);
  const planted = await plantedPhotos(exiftool);
  for (const [index, tags] of (await exiftool.tagsOf(planted.map(({ bytes }) => bytes))).entries()) {
    const wanted = [/GPSLatitude$/, /EXIF:.*Artist$/, /XMP:.*Creator$/, /XMP:.*PreservedFileName$/, /ThumbnailImage$/];
    if (planted[index]!.title === "jpeg") wanted.push(/IPTC:.*By-line$/, /^File:Comment$/, /^MPF/, /^ICC_Profile/);
    for (const tag of wanted) expect(tags).toContainEqual(expect.stringMatching(tag));
  }
  const served: Served[] = [];
  for (const photo of planted) {
    const { original, all } = await linksOf(session, photo);
    expect(all).toHaveLength(2 + Object.keys(RECIPES).length);
    const pictures = await Promise.all(all.map((url) => fetchBytes(photo.title, url)));
    expect(pictures[0]!.what).toBe(`${photo.title} ${photo.contentType}`);
    expect(await likeness(photo.bytes, pictures[all.indexOf(original)]!.bytes)).toBeGreaterThan(40);
    served.push(...pictures);
  }
  served.push(...(await fromGallery(account)));
  const found = await exiftool.tagsOf(served.map(({ bytes }) => bytes));
  const told = served.map(({ what, bytes }, index) => {
    const names = found[index]!.filter((tag) => PRIVATE.test(tag) && !tag.startsWith("ZIP:"));
    return [what, names, PLANTED.exec(bytes.toString("latin1"))?.[0] ?? null];
  });
  expect(told).toEqual(served.map(({ what }) => [what, [], null]));
});
