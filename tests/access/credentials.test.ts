import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newAccountToken } from "@studio/kit/auth/account-token.js";
import { hourMs, minuteMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { createAccount, memberToken, type TestAccount } from "../support/account.js";
import { bearer, onlyCode, post } from "../support/http.js";
import { apiClient, contactSession, staffToken } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let account: TestAccount;
let other: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  [account, other] = [await createAccount(platform), await createAccount(platform)];
});

afterAll(() => platform?.stop());

const WHO = { query: "{ viewer { kind role account { id } } }" };

const who = (headers: Record<string, string>) => post(platform.graphUrl, WHO, headers);

/** 401 with a reason to read and nothing else: whoever shows a bad credential is never taken for a visitor. */
async function expectRefused(authorization: string, message: RegExp): Promise<void> {
  const answer = await who({ authorization });
  expect(answer.status, answer.text).toBe(401);
  expect(onlyCode(answer)).toBe("UNAUTHENTICATED");
  expect(answer.json?.data).toBeUndefined();
  expect(answer.json?.errors?.[0]?.message).toMatch(message);
  expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
}

const ownerEmail = () =>
  platform.admin<{ email: string }[]>`
  select email from identity.member where account_id = ${account.id} and role = 'owner'`.then(([row]) => row!.email);

describe("a Hub token", () => {
  const claims = async () => {
    const email = await ownerEmail();
    return { sub: email, email, email_verified: true };
  };

  test("that is genuine is let in, in its role", async () => {
    const { json } = await who(bearer(account.credentials.owner));
    expect(json?.data?.["viewer"]).toMatchObject({ kind: "MEMBER", role: "OWNER" });
  });

  test.each([
    ["without a signature (alg none)", "unsigned", /EdDSA/],
    ["signed with the public key as an HMAC secret", "confusedAlgorithm", /EdDSA/],
    ["for another audience", "wrongAudience", /`aud`/],
    ["of another issuer", "wrongIssuer", /`iss`/],
    ["signed by a stranger's key", "wrongKey", /not valid/],
    ["that has expired", "expired", /expired/],
    ["that does not hold yet", "notYetValid", /`nbf`/],
  ] as const)("%s is refused", async (_what, fault, message) => {
    await expectRefused(`Bearer ${await platform.forge[fault](await claims())}`, message);
  });

  test("whose payload was changed after signing is refused", async () => {
    const [header, , signature] = account.credentials.admin.split(".");
    const payload = Buffer.from(JSON.stringify({ ...(await claims()), exp: 9e9 })).toString("base64url");
    await expectRefused(`Bearer ${header}.${payload}.${signature}`, /not valid/);
  });

  test("with an email that the Hub has not verified does not take up an invitation; a verified one does", async () => {
    const [invited] = await platform.admin<{ email: string }[]>`
      select email from identity.member where account_id = ${account.id} and role = 'privacy_officer'`;
    const claims = { sub: newId(), email: invited!.email };
    await expectRefused(`Bearer ${await platform.forge.genuine({ ...claims, email_verified: false })}`, /not a member/);
    await expectRefused(`Bearer ${await platform.forge.genuine(claims)}`, /not a member/);
    expect((await who(bearer(await memberToken(platform, invited!.email, claims)))).status).toBe(200);
  });

  test("of a stranger, or of another person under a member's email, is refused", async () => {
    const stranger = await memberToken(platform, `${newId()}@people.example`);
    const impostor = await memberToken(platform, await ownerEmail(), { sub: newId() });
    expect((await who(bearer(account.credentials.owner))).status).toBe(200);
    await expectRefused(`Bearer ${stranger}`, /not a member/);
    await expectRefused(`Bearer ${impostor}`, /not a member/);
  });

  test("of a person who is a member elsewhere does not open another account", async () => {
    const answer = await who({ ...bearer(account.credentials.owner), "studio-account": other.id });
    expect([answer.status, onlyCode(answer)]).toEqual([401, "UNAUTHENTICATED"]);
  });

  test("of staff without a second factor is refused", async () => {
    const token = await platform.forge.genuine({ sub: "s", email: "s@platform.example", staff: true, amr: ["pwd"] });
    await expectRefused(`Bearer ${token}`, /second factor/);
  });

  test("of staff opens an account only under its grant, and not once that is over", async () => {
    const [granted, ungranted] = [await staffToken(platform, account, []), await staffToken(platform, account, null)];
    const accountOf = async (token: string) => {
      const { json } = await who({ ...bearer(token), "studio-account": account.id });
      return (json?.data?.["viewer"] as { account: object | null }).account;
    };
    expect([await accountOf(granted), await accountOf(ungranted)]).toEqual([expect.anything(), null]);
    await platform.admin`update identity.support_grant set expires_at = ${platform.clock.now()} where account_id = ${account.id}`;
    expect(await accountOf(granted)).toBeNull();
  });
});

describe("a key or session", () => {
  test.each([
    ["garbage", "Bearer nonsense", /not valid/],
    ["no scheme", "sk_abc", /Authorization: Bearer/],
    ["basic authentication", "Basic b3duZXI6b3duZXI=", /Authorization: Bearer/],
    ["an empty bearer", "Bearer ", /Authorization: Bearer/],
    ["half a key", "Bearer sk_abc", /malformed/],
  ])("that is %s is refused, not taken for a visitor", async (_what, authorization, message) => {
    await expectRefused(authorization, message);
  });

  test("that was never made is refused", async () => {
    await expectRefused(`Bearer ${newAccountToken("sk", account.id)}`, /unknown, expired or revoked/);
    await expectRefused(`Bearer ${newAccountToken("ss", account.id)}`, /session is over/);
    await expectRefused(`Bearer ${newAccountToken("sk", newId())}`, /unknown, expired or revoked/);
  });

  test("with any one character changed is refused", async () => {
    const key = account.credentials.integration;
    for (let at = 3; at < key.length; at += 5) {
      const changed = key.slice(0, at) + (key[at] === "A" ? "B" : "A") + key.slice(at + 1);
      const answer = await who(bearer(changed));
      expect([at, answer.status]).toEqual([at, 401]);
    }
  });

  test("of one account is not a key of another, also with the account's name put into it", async () => {
    const key = account.credentials.integration;
    const spliced = newAccountToken("sk", other.id, key.slice(-43));
    await expectRefused(`Bearer ${spliced}`, /unknown, expired or revoked/);
    const session = await contactSession(platform, account, 0);
    await expectRefused(`Bearer sk${session.slice(2)}`, /unknown, expired or revoked/);
    await expectRefused(`Bearer ss${key.slice(2)}`, /session is over/);
  });

  test("that was revoked is refused from the next request on", async () => {
    const [key, session] = [
      await apiClient(platform, account, { kind: "integration" }),
      await contactSession(platform, account, 1),
    ];
    expect([(await who(bearer(key))).status, (await who(bearer(session))).status]).toEqual([200, 200]);
    await platform.admin`update identity.api_client set revoked_at = now() where account_id = ${account.id} and kind = 'integration' and name = 'integration'`;
    await platform.admin`update identity.session set revoked_at = now() where account_id = ${account.id}`;
    await expectRefused(`Bearer ${key}`, /revoked/);
    await expectRefused(`Bearer ${session}`, /session is over/);
  });

  test("that has run out is refused", async () => {
    const [key, session] = [
      await apiClient(platform, account, { kind: "hr_sync" }),
      await contactSession(platform, account, 2),
    ];
    const soon = new Date(platform.clock.now().getTime() + minuteMs);
    await platform.admin`update identity.api_client set expires_at = ${soon} where account_id = ${account.id} and name = 'hr_sync'`;
    expect([(await who(bearer(key))).status, (await who(bearer(session))).status]).toEqual([200, 200]);
    platform.clock.advance(13 * hourMs);
    try {
      await expectRefused(`Bearer ${key}`, /expired/);
      await expectRefused(`Bearer ${session}`, /session is over/);
      await expectRefused(`Bearer ${account.credentials.owner}`, /expired/);
    } finally {
      platform.clock.reset();
    }
  });

  test("of a contact who was set aside is refused", async () => {
    const session = await contactSession(platform, account, 3);
    await platform.admin`update identity.contact set status = 'archived' where id = ${account.contacts[3]!.id}`;
    await expectRefused(`Bearer ${session}`, /session is over/);
  });
});
