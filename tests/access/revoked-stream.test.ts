import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, onlyCode, post } from "../support/http.js";
import { contactSession } from "../support/people.js";
import { askForUpload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openStream, until } from "../support/stream.js";

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
});

afterAll(() => platform?.stop());

const suspend = (role: string) =>
  platform.admin`update identity.member set status = 'suspended' where account_id = ${account.id} and role = ${role}`;

/** Something happens in the account: a contact asks for an upload. */
async function makeEvent(): Promise<void> {
  await askForUpload(platform.as(await contactSession(platform, account, 0)), "image/jpeg", 1000);
}

test("a suspended member's open stream ends within a second and tells nothing that happened since", async () => {
  const [theirs, others] = await Promise.all([
    openStream(platform, account.credentials.admin),
    openStream(platform, account.credentials.owner),
  ]);
  await makeEvent();
  await until("both have the first event", () => theirs.eventIds().length === 1 && others.eventIds().length === 1);
  await suspend("admin");
  await makeEvent();
  await until("the stream of the suspended is closed", () => theirs.closed() !== null, 1_000);
  expect(theirs.closed()).toMatchObject({ code: 4403 });
  await until("the other has the second event", () => others.eventIds().length === 2);
  expect(theirs.eventIds()).toHaveLength(1);
  await others.close();
});

test("an idle stream of a suspended member ends, although nothing happens", async () => {
  const stream = await openStream(platform, account.credentials.privacy_officer);
  await suspend("privacy_officer");
  await until("the stream is closed", () => stream.closed() !== null, 1_500);
  expect(stream.closed()).toMatchObject({ code: 4403 });
});

test("a suspended member's next request is refused", async () => {
  const ask = () => post(platform.graphUrl, { query: "{ account { id } }" }, bearer(account.credentials.coordinator));
  expect((await ask()).status).toBe(200);
  await suspend("coordinator");
  const answer = await ask();
  expect([answer.status, onlyCode(answer)]).toEqual([401, "UNAUTHENTICATED"]);
});
