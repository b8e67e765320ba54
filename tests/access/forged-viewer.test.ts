import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, onlyCode, post } from "../support/http.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openStream } from "../support/stream.js";

let platform: TestPlatform;
let account: TestAccount;
let other: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  [account, other] = [await createAccount(platform), await createAccount(platform)];
});

afterAll(() => platform?.stop());

/** Everything by which somebody might hope to be taken for the owner of an account. */
function forgeries({ id }: TestAccount): Record<string, string> {
  const viewer = JSON.stringify({ kind: "member", accountId: id, memberId: id, role: "owner", groupIds: [] });
  return {
    "x-viewer": viewer,
    viewer,
    "studio-viewer": viewer,
    "x-studio-viewer": viewer,
    "x-gateway-token": viewer,
    "x-account-id": id,
    "x-user-id": id,
    "x-role": "owner",
    "x-forwarded-user": "owner",
    "x-forwarded-claims": viewer,
    forwarded: "for=127.0.0.1;by=gateway",
    "x-forwarded-for": "127.0.0.1",
    "x-original-url": "/viewer",
    "apollo-federation-include-trace": "ftv1",
    cookie: `viewer=${encodeURIComponent(viewer)}`,
  };
}

const WHO = { query: "{ viewer { kind role account { id } } }" };
const CONTACTS = { query: "{ contacts { edges { node { id } } } }" };

const ask = (body: { query: string }, headers: Record<string, string>) => post(platform.graphUrl, body, headers);

test("forged viewer headers leave a visitor a visitor", async () => {
  const headers = { ...forgeries(account), "studio-account": account.id };
  expect((await ask(WHO, headers)).json?.data).toEqual({ viewer: { kind: "ANONYMOUS", role: null, account: null } });
  expect(onlyCode(await ask(CONTACTS, headers))).toBe("UNAUTHENTICATED");
});

test("forged viewer headers make no coordinator an owner and open no other account", async () => {
  const credential = bearer(account.credentials.coordinator);
  const [plain, forged] = [
    await ask(CONTACTS, credential),
    await ask(CONTACTS, { ...forgeries(other), ...credential }),
  ];
  expect(plain.json?.data?.["contacts"]).toMatchObject({ edges: [{}, {}, {}] });
  expect(forged.json).toEqual(plain.json);
});

test("an API key opens its own account, whichever account a header names", async () => {
  const headers = { ...bearer(account.credentials.integration), "studio-account": other.id };
  const plain = await ask(CONTACTS, bearer(account.credentials.integration));
  expect(plain.json?.data?.["contacts"]).not.toMatchObject({ edges: [] });
  expect((await ask(CONTACTS, headers)).json).toEqual(plain.json);
});

test("a viewer forged in the WebSocket's connection_init opens no stream", async () => {
  const { authorization: _, ...params } = { authorization: "", ...forgeries(account) };
  const stream = await openStream(platform, "", { params: { ...params, authorization: undefined } });
  expect(stream.messages.flatMap(({ data }) => (data ? [data] : []))).toEqual([]);
  await stream.close();
});
