import { readFile } from "node:fs/promises";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { API_KEY, startTestGateway } from "../../test/test-gateway.js";
import { sampleOperations } from "./samples.js";

const sameOrigin = { "sec-fetch-site": "same-origin" };

test.each(sampleOperations)("offers an operation that the graph still has: $name", async ({ query }) => {
  const api = await readFile(new URL("../../../schema/api.graphql", import.meta.url), "utf8");
  expect(validate(buildSchema(api), parse(query))).toEqual([]);
});

async function demoGateway() {
  const hub = await startTestGateway();
  const roles = [
    { name: "owner", label: "Owner", tokenUrl: `${hub.hub.issuer}/token/owner` },
    { name: "integration", label: "Integration", key: API_KEY },
    { name: "admin", label: "Admin", tokenUrl: `${hub.hub.issuer}/token/nobody` },
  ];
  return startTestGateway({ env: { EXPLORER_DEMO_ROLES: JSON.stringify(roles) } });
}

test("serves a page whose every script is ours or carries the nonce, and which names no other host", async () => {
  const { url } = await startTestGateway();
  const response = await fetch(url);
  const page = await response.text();
  const policy = response.headers.get("content-security-policy")!;
  const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/);
  const scripts = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  expect(scripts).toHaveLength(2);
  for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
  expect(page).not.toMatch(/\son\w+=|https?:\/\//);
});

test("takes a new nonce for each page", async () => {
  const { url } = await startTestGateway();
  const policies = await Promise.all([1, 2].map(async () => (await fetch(url)).headers.get("content-security-policy")));
  expect(policies[0]).not.toBe(policies[1]);
});

test.each([
  "/explorer/ruru/ruru.js",
  "/explorer/ruru/ruru.css",
  "/explorer/assets/explorer.js",
  "/explorer/assets/transport.js",
])("serves %s itself", async (path) => {
  const { url } = await startTestGateway();
  const response = await fetch(url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(path.endsWith("css") ? /^text\/css/ : /^text\/javascript/);
});

test("serves nothing else from its folders", async () => {
  const { url } = await startTestGateway();
  for (const path of ["/explorer/assets/..%2fpackage.json", "/explorer/assets/none.js", "/explorer/ruru/constructor"]) {
    expect((await fetch(url + path)).status, path).toBe(404);
  }
});

test("signs in as a demo role: by the Hub's token, or by the key that lies ready", async () => {
  const { url } = await demoGateway();
  const signIn = async (role: string) =>
    fetch(`${url}/explorer/sign-in/${role}`, { method: "POST", headers: sameOrigin });
  expect(await (await signIn("owner")).json()).toEqual({ authorization: "Bearer token-of-the-owner" });
  expect(await (await signIn("integration")).json()).toEqual({ authorization: `Bearer ${API_KEY}` });
  expect((await signIn("emperor")).status).toBe(404);
  expect((await signIn("admin")).status).toBe(503);
});

test("hands a credential to no other site's page", async () => {
  const { url } = await demoGateway();
  for (const site of ["cross-site", "same-site", "none"]) {
    const response = await fetch(`${url}/explorer/sign-in/integration`, {
      method: "POST",
      headers: { "sec-fetch-site": site },
    });
    expect(response.status, site).toBe(403);
    expect(await response.text()).not.toContain(API_KEY);
  }
});

test("has no sign-in where no demo role is configured, and no page where it is switched off", async () => {
  const plain = await startTestGateway();
  expect((await fetch(`${plain.url}/explorer/sign-in/owner`, { method: "POST", headers: sameOrigin })).status).toBe(
    404,
  );
  const off = await startTestGateway({ env: { EXPLORER: "off" } });
  expect((await fetch(off.url)).status).toBe(404);
});
