import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCode } from "@studio/dev/journey/mailbox-client.js";
import { minuteMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { seedStudios } from "@studio/studio-configuration/seed";
import { createAccount, type TestAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let account: TestAccount;
let other: TestAccount;
const sibling = { id: newId(), slug: `sibling-${newId().slice(-8)}`, name: "Sibling", status: "published" as const };

beforeAll(async () => {
  platform = await startTestPlatform();
  [account, other] = [await createAccount(platform), await createAccount(platform)];
  const target = { databaseUrl: platform.postgres.url, masterKey: platform.masterKey, clock: platform.clock };
  await seedStudios(target, account.id, [sibling]);
});

afterAll(() => platform?.stop());

const newEmail = () => `${newId()}@people.example`;

async function askForCode(email: string, slug = account.studio.slug): Promise<string> {
  await request(email, slug);
  return (await readCode(platform.mailbox.url, email)).code;
}

const request = (email: string, slug = account.studio.slug) =>
  platform.as().answer<{ requestVerification: { __typename: string; email: string; expiresAt: string } }>(
    `mutation($input: RequestVerificationInput!) {
      requestVerification(input: $input) {
        __typename ... on RequestVerificationPayload { email expiresAt } ... on UserError { message path }
      }
    }`,
    { input: { studioSlug: slug, email, firstName: "Vera", lastName: "Test" } },
  );

interface Outcome {
  __typename: string;
  remainingTries?: number;
  sessionToken?: string;
}

async function show(email: string, code: string, slug = account.studio.slug): Promise<Outcome> {
  const { verifyEmail } = await platform.as().ask<{ verifyEmail: Outcome }>(
    `mutation($input: VerifyEmailInput!) {
      verifyEmail(input: $input) {
        __typename ... on VerifyEmailPayload { sessionToken } ... on CodeRejected { remainingTries }
      }
    }`,
    { input: { studioSlug: slug, email, code } },
  );
  return verifyEmail;
}

const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, "0");

const ACCEPTED = { __typename: "VerifyEmailPayload", sessionToken: expect.stringMatching(/^ss_/) };
const REJECTED = { __typename: "CodeRejected", remainingTries: 0 };

describe("a verification code", () => {
  test("that is right opens a session", async () => {
    const email = newEmail();
    expect(await show(email, await askForCode(email))).toEqual(ACCEPTED);
  });

  test("that is wrong opens nothing, and the right one still does", async () => {
    const email = newEmail();
    const code = await askForCode(email);
    expect(await show(email, wrong(code))).toEqual({ __typename: "CodeRejected", remainingTries: 4 });
    for (const garbage of ["", "12345", "1234567", "abcdef", "' or 1=1"]) {
      expect((await show(newEmail(), garbage)).__typename).toBe("CodeRejected");
    }
    expect(await show(email, code)).toEqual(ACCEPTED);
  });

  test("that is replayed opens no second session", async () => {
    const email = newEmail();
    const code = await askForCode(email);
    expect(await show(email, code)).toEqual(ACCEPTED);
    expect(await show(email, code)).toEqual(REJECTED);
  });

  test("that is shown ten times at once opens one session", async () => {
    const email = newEmail();
    const code = await askForCode(email);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => show(email, code)));
    expect(outcomes.filter(({ sessionToken }) => sessionToken)).toHaveLength(1);
  });

  test("that comes after ten minutes is expired, and stays so", async () => {
    const email = newEmail();
    const code = await askForCode(email);
    platform.clock.advance(10 * minuteMs);
    try {
      expect(await show(email, wrong(code))).toEqual(REJECTED);
      expect(await show(email, code)).toEqual({ __typename: "CodeExpired" });
      expect(await show(email, code)).toEqual({ __typename: "CodeExpired" });
    } finally {
      platform.clock.reset();
    }
  });

  test("is locked after five wrong ones, even for who then shows the right one", async () => {
    const email = newEmail();
    const code = await askForCode(email);
    const outcomes = [];
    for (let by = 1; by <= 5; by++) outcomes.push((await show(email, wrong(code, by))).__typename);
    expect(outcomes).toEqual([...Array.from({ length: 4 }, () => "CodeRejected"), "VerificationLocked"]);
    expect(await show(email, code)).toEqual({ __typename: "VerificationLocked" });
    const fresh = await askForNewer(email, code);
    expect(await show(email, fresh)).toEqual(ACCEPTED);
  });

  test("is locked after five wrong ones that come all at once", async () => {
    const email = newEmail();
    const code = await askForCode(email);
    await Promise.all(Array.from({ length: 20 }, (_, by) => show(email, wrong(code, by + 1))));
    expect(await show(email, code)).toEqual({ __typename: "VerificationLocked" });
  });

  test("opens no other studio, of the same account or of another", async () => {
    const email = newEmail();
    const code = await askForCode(email);
    expect(await show(email, code, sibling.slug)).toEqual(REJECTED);
    expect(await show(email, code, other.studio.slug)).toEqual(REJECTED);
    expect(await show(newEmail(), code)).toEqual(REJECTED);
    expect(await show(email, code)).toEqual(ACCEPTED);
  });
});

/** Asks again, and waits for a mail with another code than the one known. */
async function askForNewer(email: string, known: string): Promise<string> {
  await request(email);
  const isNewer = ({ to, text }: { to: readonly string[]; text: string }) =>
    to.includes(email) && !text.includes(known);
  const { text } = await platform.mailbox.waitFor(isNewer, 10_000);
  return /\b\d{6}\b/.exec(text)![0];
}

/** Without what the address has left of its points, which falls with each question, whatever was asked. */
function costOf({ extensions }: { extensions?: unknown }) {
  const { cost } = extensions as { cost: { requested: number; actual: number } };
  return [cost.requested, cost.actual];
}

test("the answer is the same for a person who is known, one who is not, and one who was set aside", async () => {
  const [archived] = await platform.admin<{ email: string }[]>`
    update identity.contact set status = 'archived' where id = ${account.contacts[1]!.id} returning email`;
  const [known] = await platform.admin<{ email: string }[]>`
    select email from identity.contact where id = ${account.contacts[0]!.id}`;
  const answers = await Promise.all(
    [known!.email, archived!.email, newEmail()].map(async (email) => ({ email, answer: await request(email) })),
  );
  for (const { email, answer } of answers) {
    const payload = { __typename: "RequestVerificationPayload", email, expiresAt: expect.any(String) };
    expect(answer.data).toEqual({ requestVerification: payload });
    expect([answer.errors, costOf(answer)]).toEqual([undefined, costOf(answers[0]!.answer)]);
    expect([email, await show(email, "none")]).toEqual([email, { __typename: "CodeRejected", remainingTries: 4 }]);
  }
});

test("a code lies nowhere in the database to be read, and an email in the contact's row only", async () => {
  const email = newEmail();
  const code = await askForCode(email);
  const tables = await platform.admin<{ name: string }[]>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`;
  const holding = async (pattern: string) => {
    const found = await Promise.all(
      tables.map(async ({ name }) => {
        const rows = await platform.admin.unsafe(`select 1 from ${name} t where t::text ~* $1 limit 1`, [pattern]);
        return rows.length > 0 ? [name] : [];
      }),
    );
    return found.flat();
  };
  expect(tables.length).toBeGreaterThan(20);
  expect(await holding(`(^|[^0-9a-f])${code}([^0-9a-f]|$)`)).toEqual([]);
  expect(await holding(email.replaceAll(".", "\\."))).toEqual(["identity.contact"]);
});
