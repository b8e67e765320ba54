import { expect, test } from "vitest";
import { API_KEY, startTestGateway } from "../test/test-gateway.js";

const DASHBOARD = "https://dashboard.example";
const ALLOWED_ORIGINS = `${DASHBOARD}, http://localhost:5173`;

const preflight = (url: string, origin: string, method: string, headers: string) =>
  fetch(url, {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": method, "access-control-request-headers": headers },
  });

const allowedIn = (response: Response, name: "methods" | "headers") =>
  response.headers.get(`access-control-allow-${name}`)?.toLowerCase().split(", ") ?? [];

test.each([
  ["/graphql", "POST", "authorization,content-type,studio-account,studio-purpose,studio-preview"],
  ["/uploads/token", "PUT", "content-type"],
  ["/uploads/token", "PATCH", "tus-resumable,upload-offset,content-type"],
  ["/uploads/token", "HEAD", "tus-resumable"],
  ["/photos/token", "GET", "if-none-match,range"],
  ["/galleries/token/pass", "POST", "content-type"],
])("a page of a named origin may ask %s by %s", async (path, method, headers) => {
  const { url } = await startTestGateway({ env: { ALLOWED_ORIGINS } });
  const allowed = await preflight(url + path, DASHBOARD, method, headers);
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get("access-control-allow-origin")).toBe(DASHBOARD);
  expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
  expect(allowedIn(allowed, "methods")).toContain(method.toLowerCase());
  expect(allowedIn(allowed, "headers")).toEqual(expect.arrayContaining(headers.split(",")));
});

test.each([
  ["another origin", ALLOWED_ORIGINS, "https://elsewhere.example"],
  ["a part of a name", ALLOWED_ORIGINS, `${DASHBOARD}.elsewhere.example`],
  ["another port", ALLOWED_ORIGINS, "http://localhost:5174"],
  ["no origin", ALLOWED_ORIGINS, "null"],
  ["anybody, where none is named", "", DASHBOARD],
])("a page of %s gets no leave", async (_who, allowed, origin) => {
  const { url } = await startTestGateway({
    env: { ALLOWED_ORIGINS: allowed },
    bytes: async () => new Response("picture"),
  });
  const answers = [
    await preflight(`${url}/graphql`, origin, "POST", "authorization"),
    await preflight(`${url}/uploads/token`, origin, "PUT", "content-type"),
    await fetch(`${url}/photos/token`, { headers: { origin } }),
  ];
  for (const { headers } of answers)
    expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
});

test("answers, errors and streams say whose page may read them, and what of their headers", async () => {
  const { url } = await startTestGateway({
    env: { ALLOWED_ORIGINS },
    bytes: async () => new Response("picture", { headers: { etag: '"1"', "upload-offset": "3" } }),
  });
  const headers = { origin: DASHBOARD, "content-type": "application/json", authorization: `Bearer ${API_KEY}` };
  const body = JSON.stringify({ query: "{ viewer }" });
  const events = JSON.stringify({ query: "subscription { submissionEvents { id } }" });
  const gone = new AbortController();
  const answers = await Promise.all([
    fetch(`${url}/graphql`, { method: "POST", headers, body }),
    fetch(`${url}/graphql`, { method: "POST", headers: { ...headers, authorization: "Bearer no" }, body }),
    fetch(`${url}/graphql`, {
      method: "POST",
      headers: { ...headers, accept: "text/event-stream" },
      body: events,
      signal: gone.signal,
    }),
    fetch(`${url}/photos/token`, { headers: { origin: DASHBOARD } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 200, 200]);
  for (const answer of answers) {
    expect(answer.headers.get("access-control-allow-origin")).toBe(DASHBOARD);
    expect(answer.headers.get("vary")).toContain("Origin");
    const exposed = answer.headers.get("access-control-expose-headers")!.split(", ");
    expect(exposed).toEqual(expect.arrayContaining(["etag", "upload-offset", "tus-resumable", "x-request-id"]));
  }
  gone.abort();
});

test("an OPTIONS that is no preflight is media's to answer", async () => {
  const { url } = await startTestGateway({
    env: { ALLOWED_ORIGINS },
    bytes: async () => new Response(null, { status: 204, headers: { "tus-version": "1.0.0" } }),
  });
  const { headers } = await fetch(`${url}/uploads/token`, { method: "OPTIONS", headers: { origin: DASHBOARD } });
  expect(headers.get("tus-version")).toBe("1.0.0");
});
