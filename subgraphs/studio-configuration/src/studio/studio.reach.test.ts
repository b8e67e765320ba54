import { expect, test } from "vitest";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { newAccount } from "../../test/running-studios.js";
import { reaches, seesSettings } from "./studio.reach.js";

const account = newAccount();
const studio = { accountId: account.accountId, studioId: "this" };

const IN_REACH: [string, Viewer, boolean][] = [
  ["an owner", account.member("owner"), true],
  ["an admin", account.member("admin"), true],
  ["a coordinator", account.member("coordinator"), true],
  ["a privacy officer", account.member("privacy_officer"), true],
  ["an API client with the scope", account.client(["studios:read"]), true],
  ["staff under a grant with the scope", account.staff("grant", ["studios:read"]), true],
  ["a contact of the studio", account.contactOf("this"), false],
];

test.each(IN_REACH)("%s has the studio", (_who, viewer, settings) => {
  expect(reaches(viewer, studio)).toBe(true);
  expect(seesSettings(viewer, account.accountId)).toBe(settings);
});

const stranger = newAccount();

const OUT_OF_REACH: [string, Viewer][] = [
  ["nobody known", anonymous],
  ["nobody known on an account's page", { kind: "anonymous", accountId: account.accountId }],
  ["a contact of another studio", account.contactOf("other")],
  ["a contact of another account, even with this studio's id", stranger.contactOf("this")],
  ["an API client without the scope", account.client(["contacts:read"])],
  ["staff without a grant", account.staff(null, ["studios:read"])],
  ["staff under a grant without the scope", account.staff("grant", ["contacts:read"])],
  ["another account's owner", stranger.member("owner")],
  ["another account's API client", stranger.client(["studios:read"])],
];

test.each(OUT_OF_REACH)("for %s it does not exist", (_who, viewer) => {
  expect(reaches(viewer, studio)).toBe(false);
  expect(seesSettings(viewer, account.accountId)).toBe(false);
});
