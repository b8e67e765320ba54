import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { Browser } from "./browser.test-aid.js";
import { verifyAccessToken } from "./verify.test-aid.js";
import { startHub, type HubOptions, type RunningHub } from "./start-hub.js";

const REDIRECT = "http://localhost:4000/explorer/callback";
const USERS = [
  { login: "olivia@example.com", name: "Olivia <Owner>" },
  { login: "sam@studio.example", name: "Sam Staff", claims: { staff: true, mfa: true } },
];

let keyDirectory: string;
let options: HubOptions;
let hub: RunningHub;

beforeAll(async () => {
  keyDirectory = await mkdtemp(join(tmpdir(), "studio-hub-"));
  const clients = [{ clientId: "studio-explorer", redirectUris: [REDIRECT] }];
  options = { port: 0, keyDirectory, users: USERS, clients, aliases: { owner: "olivia@example.com" } };
  hub = await startHub(options);
});

afterEach(() => vi.unstubAllEnvs());

afterAll(async () => {
  await hub.stop();
  await rm(keyDirectory, { recursive: true });
});

const verifier = randomBytes(32).toString("base64url");

function authorizationUrl(extra: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: "studio-explorer",
    redirect_uri: REDIRECT,
    response_type: "code",
    scope: "openid email profile",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state: "state",
    ...extra,
  });
  return `${hub.issuer}/auth?${query.toString()}`;
}

async function exchange(returnUrl: string, codeVerifier = verifier) {
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: "studio-explorer",
    redirect_uri: REDIRECT,
    code: new URL(returnUrl).searchParams.get("code") ?? "",
    code_verifier: codeVerifier,
  });
  const response = await fetch(`${hub.issuer}/token`, {
    method: "POST",
    body,
    headers: { origin: "http://localhost:4000" },
  });
  const answer = (await response.json()) as { access_token: string; id_token: string; error?: string };
  return { ...answer, cors: response.headers.get("access-control-allow-origin") };
}

describe("the code flow", () => {
  test("lists the demo users without a password, says it is a stand-in, and signs in whom one picks", async () => {
    const browser = new Browser();
    const shown = await browser.open(authorizationUrl());
    expect(shown.body).toContain("stand-in");
    expect(shown.body).toContain("Olivia &#60;Owner&#62;");
    expect(shown.body).not.toContain('password"');
    const returned = await browser.submit(shown.url, { login: "olivia@example.com" });
    expect(returned.url).toMatch(REDIRECT);
    const { access_token, id_token, cors } = await exchange(returned.url);
    expect(cors).toBe("http://localhost:4000");
    const { payload } = await verifyAccessToken(access_token, hub);
    expect(payload).toMatchObject({
      email: "olivia@example.com",
      email_verified: true,
      name: "Olivia <Owner>",
      client_id: "studio-explorer",
    });
    expect(payload).not.toHaveProperty("staff");
    expect(payload).not.toHaveProperty("amr");
    const identity = await jwtVerify(id_token, createRemoteJWKSet(new URL(hub.jwksUri)), {
      audience: "studio-explorer",
    });
    expect(identity.payload.sub).toBe(payload.sub);
  });

  test("signs in without a click whoever login_hint names, also over somebody else's session", async () => {
    const browser = new Browser();
    const owner = await exchange((await browser.open(authorizationUrl({ login_hint: "owner" }))).url);
    expect((await verifyAccessToken(owner.access_token, hub)).payload.email).toBe("olivia@example.com");
    const staff = await exchange((await browser.open(authorizationUrl({ login_hint: "sam@studio.example" }))).url);
    expect((await verifyAccessToken(staff.access_token, hub)).payload).toMatchObject({
      email: "sam@studio.example",
      staff: true,
      amr: ["mfa"],
    });
  });

  test("gives a code's tokens only to who holds its PKCE verifier", async () => {
    const returned = await new Browser().open(authorizationUrl({ login_hint: "owner" }));
    expect(await exchange(returned.url, "x".repeat(43))).toMatchObject({ error: "invalid_grant" });
  });

  test("returns nobody to an address that is not registered", async () => {
    const shown = await new Browser().open(authorizationUrl({ redirect_uri: "http://localhost:4666/steal" }));
    expect(shown.body).toContain("invalid_redirect_uri");
  });
});

describe("GET /token/<login-or-alias>", () => {
  test("answers the same access token as the code flow, for one hour, in plain text", async () => {
    const response = await fetch(`${hub.issuer}/token/owner`);
    expect(response.headers.get("content-type")).toMatch("text/plain");
    const { payload } = await verifyAccessToken(await response.text(), hub);
    expect(payload).toMatchObject({ email: "olivia@example.com", email_verified: true, client_id: "studio-explorer" });
    expect(payload.exp! - payload.iat!).toBe(3600);
    const flow = await exchange((await new Browser().open(authorizationUrl({ login_hint: "owner" }))).url);
    const { payload: viaFlow } = await verifyAccessToken(flow.access_token, hub);
    expect({ ...payload, jti: "", iat: 0, exp: 0 }).toEqual({ ...viaFlow, jti: "", iat: 0, exp: 0 });
  });

  test("says who there is when nobody is called that", async () => {
    const response = await fetch(`${hub.issuer}/token/nobody`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("owner, olivia@example.com, sam@studio.example");
  });

  test("is readable for a client's page, and for no other page", async () => {
    const allowed = async (origin: string) =>
      (await fetch(`${hub.issuer}/token/owner`, { headers: { origin } })).headers.get("access-control-allow-origin");
    expect(await allowed("http://localhost:4000")).toBe("http://localhost:4000");
    expect(await allowed("https://evil.example")).toBeNull();
  });

  test("is not for a name that was made to point at this machine", async () => {
    const status = await new Promise((resolve) => {
      request(`http://127.0.0.1:${hub.port}/token/owner`, { headers: { host: "evil.example" } }, (response) =>
        resolve(response.resume().statusCode),
      ).end();
    });
    expect(status).toBe(421);
  });
});

test("keeps its key across a restart, readable for its owner only, so that tokens stay valid", async () => {
  const first = await startHub(options);
  const token = await first.token("owner");
  await first.stop();
  const second = await startHub({ ...options, port: first.port });
  expect((await verifyAccessToken(token, second)).payload.email).toBe("olivia@example.com");
  await second.stop();
  expect((await stat(join(keyDirectory, "hub-keys.json"))).mode & 0o777).toBe(0o600);
});

test("names the port that is taken, and stops at once with a connection open", async () => {
  await expect(startHub({ ...options, port: hub.port })).rejects.toMatchObject({ code: "PORT_TAKEN", port: hub.port });
  const other = await startHub(options);
  await fetch(other.issuer);
  const before = performance.now();
  await other.stop();
  expect(performance.now() - before).toBeLessThan(1_000);
  await expect(fetch(other.issuer)).rejects.toThrow("fetch failed");
});

test("does not run in production, nor with an alias of nobody", async () => {
  await expect(startHub({ ...options, aliases: { ghost: "ghost@example.com" } })).rejects.toThrow("ghost");
  vi.stubEnv("NODE_ENV", "production");
  await expect(startHub(options)).rejects.toMatchObject({ code: "NOT_FOR_PRODUCTION" });
});
