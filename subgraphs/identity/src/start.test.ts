import { afterAll, beforeAll, expect, test } from "vitest";
import { newGatewayKeys, readSigningKey, readVerifyKey } from "@studio/kit/auth/gateway-keys.js";
import { signGatewayToken } from "@studio/kit/auth/gateway-token.js";
import { anonymous } from "@studio/kit/auth/viewer.js";
import { createLogger } from "@studio/kit/logger.js";
import { serveSubgraph } from "@studio/kit/server/serve-subgraph.js";
import { newAccount } from "../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../test/running-identity.js";

let identity: RunningIdentity;
let server: Awaited<ReturnType<typeof serveSubgraph>>;
let tokenFor: (subgraph: string) => Promise<string>;

beforeAll(async () => {
  identity = await runIdentity();
  const keys = await newGatewayKeys();
  const signingKey = await readSigningKey(keys.signingKey);
  const verifyKey = await readVerifyKey(keys.verifyKey);
  server = await serveSubgraph(identity.subgraph, { port: 0, verifyKey, logger: createLogger("test", "silent") });
  tokenFor = (subgraph) => signGatewayToken({ viewer: anonymous, requestId: "r" }, subgraph, signingKey);
});

afterAll(async () => {
  await server.close();
  await identity.stop();
});

const post = (path: string, body: unknown, token?: string) =>
  fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });

test("over HTTP it answers the gateway, the viewer's question and the graph alike", async () => {
  const { integrationKey, accountId } = await newAccount(identity, 0);
  const token = await tokenFor("identity");
  const viewer = await post("/viewer", { kind: "api_key", key: integrationKey }, token);
  expect(await viewer.json()).toMatchObject({ viewer: { kind: "api_client", accountId } });
  const graph = await post("/graphql", { query: "{ viewer { kind } }" }, token);
  expect(await graph.json()).toEqual({ data: { viewer: { kind: "ANONYMOUS" } } });
});

test.each([
  ["/viewer", { kind: "api_key", key: "sk_" }],
  ["/graphql", { query: "{ _service { sdl } }" }],
  ["/graphql", { query: `{ _entities(representations: [{ __typename: "Contact", id: "x" }]) { __typename } }` }],
])("turns away whoever is not the gateway from %s", async (path, body) => {
  expect((await post(path, body)).status).toBe(401);
  expect((await post(path, body, await tokenFor("media"))).status).toBe(401);
});
