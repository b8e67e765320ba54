import { expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { uuid } from "../../test/fixture-schema.js";
import { ACCOUNT_ID, API_KEY, startTestGateway } from "../../test/test-gateway.js";

const WHO = "{ viewer }";

test("gives a client that shows nothing the anonymous viewer", async () => {
  const { graphql, identity } = await startTestGateway();
  const { status, data } = await graphql(WHO, { token: null });
  expect(status).toBe(200);
  expect(JSON.parse(data!["viewer"])).toEqual({ kind: "anonymous", accountId: null });
  expect(identity.asked).toEqual([]);
});

test("takes a person from a Hub token and asks identity who they are, each time", async () => {
  const { graphql, identity, hub } = await startTestGateway();
  const token = await hub.token({ staff: true, amr: ["pwd", "mfa"] });
  const { data } = await graphql(WHO, { token });
  await graphql(WHO, { token });
  expect(JSON.parse(data!["viewer"])).toMatchObject({ kind: "member", accountId: ACCOUNT_ID });
  const asked = {
    kind: "hub",
    issuer: hub.issuer,
    subject: "person-1",
    email: "olivia@northwind.example",
    emailVerified: true,
    staff: true,
    mfa: true,
    accountId: null,
  };
  expect(identity.asked).toEqual([asked, asked]);
});

test.each([
  { form: "a global id", header: toGlobalId("Account", uuid(7)) },
  { form: "a uuid", header: uuid(7) },
])("lets Studio-Account choose among several accounts by $form", async ({ header }) => {
  const { graphql, identity, hub } = await startTestGateway();
  await graphql(WHO, { token: await hub.token(), headers: { "studio-account": header } });
  expect(identity.asked[0]).toMatchObject({ accountId: uuid(7) });
});

test("says what is wrong with a Studio-Account that is no account's id", async () => {
  const { graphql, hub } = await startTestGateway();
  const { status, errors } = await graphql(WHO, { token: await hub.token(), headers: { "studio-account": "acme" } });
  expect(status).toBe(400);
  expect(errors![0]!.message).toContain("Studio-Account");
});

test.each<[string, (hub: Awaited<ReturnType<typeof startTestGateway>>["hub"]) => Promise<string> | string, RegExp]>([
  ["is unsigned (alg none)", (hub) => hub.unsigned(), /not signed as it must be/],
  ["is for another audience", (hub) => hub.token({ aud: "another-service" }), /not for this service: its `aud`/],
  [
    "is from another issuer",
    (hub) => hub.token({ iss: "https://elsewhere.example" }),
    /not for this service: its `iss`/,
  ],
  ["has expired", (hub) => hub.token({ exp: Math.floor(Date.now() / 1000) - 1 }), /has expired/],
  ["never expires", (hub) => hub.token({ exp: undefined }), /its `exp` is wrong/],
  ["is signed with a stranger's key", (hub) => hub.token({}, hub.strangersKey), /not valid/],
  ["is no token at all", () => "hello", /not valid/],
  ["is an unknown API key", () => API_KEY.replace(/.$/, (last) => (last === "A" ? "B" : "A")), /not valid any more/],
  ["is a malformed API key", () => "sk_short", /malformed/],
])("answers 401 to a credential that %s", async (_case, credential, message) => {
  const { graphql, hub, calls } = await startTestGateway();
  const { status, errors, data, headers } = await graphql(WHO, { token: await credential(hub) });
  expect(status).toBe(401);
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  expect(errors![0]!.message).toMatch(message);
  expect(errors![0]!.extensions["code"]).toBe("UNAUTHENTICATED");
  expect(headers.get("www-authenticate")).toContain("Bearer");
  expect(calls.resolvers).toBe(0);
});

test("answers 401 to an Authorization header of another scheme, and never takes it for nobody", async () => {
  const { graphql } = await startTestGateway();
  const { status } = await graphql(WHO, { token: null, headers: { authorization: "Basic b2xpdmlhOnNlY3JldA==" } });
  expect(status).toBe(401);
});

test("a token stops working the moment it expires", async () => {
  const { graphql, hub, clock } = await startTestGateway();
  const token = await hub.token();
  expect((await graphql(WHO, { token })).status).toBe(200);
  clock.advance(601_000);
  expect((await graphql(WHO, { token })).status).toBe(401);
});

test("a key revoked between two requests is refused at the second", async () => {
  const { graphql, identity } = await startTestGateway();
  expect((await graphql(WHO)).status).toBe(200);
  identity.revoked = true;
  expect((await graphql(WHO)).status).toBe(401);
});

test("answers 503, not 401, while identity or the Hub cannot answer", async () => {
  const { graphql, identity, hub } = await startTestGateway();
  identity.away = true;
  expect((await graphql(WHO)).status).toBe(503);
  identity.away = false;
  const token = await hub.token();
  await hub.close();
  expect((await graphql(WHO, { token })).status).toBe(503);
});

test("never takes a client's own headers for a viewer", async () => {
  const { graphql } = await startTestGateway({ distributed: true });
  const forged = JSON.stringify({ kind: "staff", staffId: uuid(1) });
  const headers = { viewer: forged, "x-viewer": forged, "x-studio-viewer": forged, "x-account-id": ACCOUNT_ID };
  const { data } = await graphql(WHO, { token: null, headers });
  expect(JSON.parse(data!["viewer"])).toEqual({ kind: "anonymous", accountId: null });
});
