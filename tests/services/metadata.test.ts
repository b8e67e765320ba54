import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agreeToProcessing, enterStudio, uploadPhoto } from "@studio/dev/journey/contact-app.js";
import { journeyPictures } from "@studio/dev/journey/pictures.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

const PRIVATE = /GPS|EXIF|XMP|IPTC|Make|Model|Artist|Software|FileName|Comment|Date/i;

let platform: TestPlatform;
let directory: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  directory = await mkdtemp(join(tmpdir(), "studio-exif-"));
});

afterAll(async () => {
  await platform?.stop();
  await rm(directory, { recursive: true, force: true });
});

/** What exiftool finds inside the file; groups `File` and `System` tell of the file on disk and its encoding. */
async function tagsIn(bytes: Uint8Array): Promise<string[]> {
  const path = join(directory, randomBytes(4).toString("hex"));
  await writeFile(path, bytes);
  const { stdout } = await promisify(execFile)("exiftool", ["-json", "-G0:1", "-a", "-u", path]);
  const [found] = JSON.parse(stdout) as Record<string, unknown>[];
  return Object.keys(found ?? {}).filter((tag) => !/^(SourceFile$|File:|ExifTool:|Composite:)/.test(tag));
}

const FORMATS = ["jpeg", "webp", "avif", "png"] as const;

/** Puts a recipe for each format on the studio's list, as its owner. */
async function addRecipes(account: TestAccount): Promise<void> {
  const owner = platform.as(account.credentials.owner);
  for (const format of FORMATS) {
    const input = { studioId: account.studio.globalId, name: format, format: format.toUpperCase(), ...RECIPE };
    await owner.ask(ADD, { input });
  }
}

const RECIPE = { width: 320, height: 400, fit: "FACE", backdrop: "#ffffff" };
const ADD = `mutation ($input: AddDerivativeRecipeInput!) {
  addDerivativeRecipe(input: $input) { __typename ... on UserError { message } } }`;

interface Served {
  contact: { latestSubmission: { photo: { id: string } } };
  photo: { edited: { url: string }; derivatives: { url: string; recipe: { name: string } }[] };
}

test("P04: exiftool finds what a phone wrote in the upload, and none of it in any headshot that is made of it", async () => {
  const account = await createAccount(platform);
  await addRecipes(account);
  const person = {
    firstName: "Casey",
    lastName: "Camera",
    email: `casey.${randomBytes(4).toString("hex")}@people.example`,
  };
  const session = await enterStudio(platform.graphUrl, platform.mailbox.url, account.studio.slug, person);
  await agreeToProcessing(session);
  const jpeg = (await journeyPictures())[1]!;
  expect((await tagsIn(jpeg.bytes)).some((tag) => /GPSLatitude/.test(tag))).toBe(true);
  const uploaded = await uploadPhoto(session, jpeg);
  const { photo } = await session.graph.ask<Pick<Served, "photo">>(
    "query ($id: ID!) { photo(id: $id) { edited { url } derivatives { url recipe { name } } } }",
    { id: uploaded.photoId },
  );
  expect(photo.derivatives.map(({ recipe }) => recipe.name)).toEqual([...FORMATS]);
  for (const { url } of [photo.edited, ...photo.derivatives]) {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    const served = new Uint8Array(await response.arrayBuffer());
    const type = response.headers.get("content-type");
    expect([type, (await tagsIn(served)).filter((tag) => PRIVATE.test(tag))]).toEqual([type, []]);
    expect(Buffer.from(served).toString("latin1")).not.toMatch(/Casey|Camera|\.jpe?g|\.png/i);
  }
});
