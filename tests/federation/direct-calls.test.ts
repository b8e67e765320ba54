import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SERVICES } from "@studio/kit/db/services.js";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { gatewayTokens } from "../support/gateway-tokens.js";
import { onlyCode, post, send } from "../support/http.js";
import { listeningPorts } from "../support/listening-ports.js";
import { MODE, startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let account: TestAccount;
let tokens: Awaited<ReturnType<typeof gatewayTokens>>;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
  const owner: MemberViewer = { kind: "member", accountId: account.id, memberId: newId(), role: "owner", groupIds: [] };
  tokens = await gatewayTokens(platform, owner);
});

afterAll(() => platform?.stop());

const json = (body: unknown) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

const contactEntity = () => ({
  query: "query($r: [_Any!]!) { _entities(representations: $r) { __typename } }",
  variables: { r: [{ __typename: "Contact", id: account.contacts[0]!.globalId }] },
});

const newStudio = () => ({
  query: `mutation { createStudio(input: { name: "Forged", slug: "forged-${newId()}", access: PUBLIC, consentText: "x" }) { __typename } }`,
});

/** Every way in that a subgraph has. A body that is no JSON shows that the token is asked before anything is read. */
const waysIn = (): [string, string, RequestInit][] => [
  ["a query", "/graphql", json({ query: "{ __typename }" })],
  ["_service", "/graphql", json({ query: "{ _service { sdl } }" })],
  ["_entities", "/graphql", json(contactEntity())],
  ["a mutation", "/graphql", json(newStudio())],
  ["a body that is no JSON", "/graphql", json("{")],
  ["GET", "/graphql?query=%7B__typename%7D", {}],
  ["/viewer", "/viewer", json({ kind: "api_key", key: account.credentials.integration })],
  ["a photo", "/photos/x.y", {}],
  ["an upload", "/uploads/x.y", { method: "PUT", body: "x" }],
  ["an unknown path", "/nothing", {}],
];

/** Every credential but the right one. */
const wrongTokens = (name: string): [string, () => Promise<string> | string | null][] => [
  ["no token", () => null],
  ["a client's Hub token", () => account.credentials.owner],
  ["an API key", () => account.credentials.integration],
  ["a token signed by a stranger", () => tokens.byStranger(name)],
  ["a token without a signature", () => tokens.unsigned(name)],
  ["a token for another subgraph", () => tokens.genuine(SERVICES.find((other) => other !== name)!)],
  ["a token of another issuer", () => tokens.fromAnotherIssuer(name)],
  ["an expired token", () => tokens.expired(name)],
];

describe.runIf(MODE === "distributed").each(SERVICES)("%s, called directly", (name) => {
  const call = (path: string, init: RequestInit, token: string | null) => {
    const headers = { ...(init.headers as Record<string, string>), ...(token && { authorization: `Bearer ${token}` }) };
    return send(platform.subgraphs!.urls[name]! + path, { ...init, headers });
  };

  test.each(wrongTokens(name))("refuses %s with 401 on every path", async (_what, makeToken) => {
    const token = await makeToken();
    for (const [what, path, init] of waysIn()) {
      const answer = await call(path, init, token);
      expect([what, answer.status], answer.text).toEqual([what, 401]);
      expect(onlyCode(answer)).toBe("UNAUTHENTICATED");
      expect(answer.json?.data).toBeUndefined();
    }
  });

  test("answers the gateway's own token, and anybody about its health only", async () => {
    const { json: answer } = await call(
      "/graphql",
      json({ query: "{ _service { sdl } }" }),
      await tokens.genuine(name),
    );
    expect((answer?.data?.["_service"] as { sdl: string }).sdl).toContain("@key");
    expect((await call("/health/live", {}, null)).json).toEqual({ status: "live" });
    expect((await call("/health/ready", {}, null)).json).toEqual({ status: "ready" });
  });
});

test.runIf(MODE === "distributed")("nothing that was refused has left a trace", async () => {
  const [studios] = await platform.admin<
    { n: number }[]
  >`select count(*)::int as n from studio_configuration.studio where name = 'Forged'`;
  expect(studios!.n).toBe(0);
  const made = await post(`${platform.subgraphs!.urls["studio-configuration"]}/graphql`, newStudio(), {
    authorization: `Bearer ${await tokens.genuine("studio-configuration")}`,
  });
  expect(made.json?.data?.["createStudio"]).toEqual({ __typename: "CreateStudioPayload" });
});

test.runIf(MODE === "embedded")("nothing but the gateway listens, so no subgraph can be called", async () => {
  const { url, mailbox, hubIssuer } = platform;
  const known = [url, mailbox.url, mailbox.smtpUrl, hubIssuer].map((address) => Number(new URL(address).port));
  expect(await listeningPorts()).toEqual(known.toSorted((left, right) => left - right));
});

test("the gateway passes on no `_entities`, no `_service` and no `/viewer`", async () => {
  for (const query of ["{ _service { sdl } }", contactEntity().query]) {
    const answer = await post(platform.graphUrl, { query, variables: contactEntity().variables });
    expect([answer.status, answer.json?.data]).toEqual([400, undefined]);
  }
  for (const path of ["/viewer", "/photos/../viewer", "/photos/..%2Fviewer", "/uploads/..%2f..%2fgraphql"]) {
    const answer = await send(platform.url + path, json({ kind: "api_key", key: account.credentials.integration }));
    expect([path, answer.status >= 400, answer.text.includes("accountId")]).toEqual([path, true, false]);
  }
});
