import { readFile, stat } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const PAGE = `{ contacts(first: 100) { edges { cursor node {
  id status firstName email phone externalId customFields { key value } } } } }`;

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity({ log_statement: "all" });
});

afterAll(() => identity.stop());

/** Which tables the statements of a request read. */
async function tablesRead(viewer: Viewer): Promise<string> {
  const { size } = await stat(identity.logFile);
  await identity.ask(viewer, PAGE);
  const log = (await readFile(identity.logFile)).subarray(size).toString("utf8");
  const tables = [...log.matchAll(/: select .*? from "identity"\."(\w+)"/g)].map((match) => match[1] ?? "");
  return tables.toSorted((left, right) => left.localeCompare(right)).join(", ");
}

test("a page costs one statement, and one more for each kind of thing that hangs off it", async () => {
  const account = await newAccount(identity, 120);
  expect(await tablesRead(account.member("owner"))).toBe("contact, contact_field, contact_key");
  expect(await tablesRead(account.member("coordinator"))).toBe("contact, contact_field, contact_key, group_contact");
});
