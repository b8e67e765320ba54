import { createHash, randomBytes } from "node:crypto";
import { request } from "node:http";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { API_KEY, startTestGateway } from "../../test/test-gateway.js";

const modes = [{ distributed: false }, { distributed: true }];

async function digestOf(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of body ?? []) hash.update(chunk);
  return hash.digest("hex");
}

test.each(modes)(
  "streams an upload larger than the body limit to media, and its answer back (%o)",
  async ({ distributed }) => {
    const photo = randomBytes(3_000_000);
    const seen: Headers[] = [];
    const { url } = await startTestGateway({
      distributed,
      bytes: async (request) => {
        seen.push(request.headers);
        return Response.json(
          { path: new URL(request.url).pathname, digest: await digestOf(request.body) },
          { status: 201 },
        );
      },
    });
    const response = await fetch(`${url}/uploads/signed.token`, {
      method: "PUT",
      body: photo,
      headers: { "content-type": "image/png" },
    });
    expect(response.status).toBe(201);
    const digest = createHash("sha256").update(photo).digest("hex");
    expect(await response.json()).toEqual({ path: "/uploads/signed.token", digest });
    expect(seen[0]!.get("content-type")).toBe("image/png");
    expect(seen[0]!.get("content-length")).toBe("3000000");
  },
);

test.each(modes)(
  "streams a photo without holding it: the first bytes arrive before the last are made (%o)",
  async ({ distributed }) => {
    const rest = Promise.withResolvers<void>();
    const { url } = await startTestGateway({
      distributed,
      bytes: async () => {
        const chunks = async function* () {
          yield Buffer.from("first");
          await rest.promise;
          yield Buffer.from("last");
        };
        return new Response(Readable.toWeb(Readable.from(chunks())) as ReadableStream, {
          headers: { "content-type": "image/webp", etag: '"1"' },
        });
      },
    });
    const response = await fetch(`${url}/photos/signed`);
    expect(response.headers.get("content-type")).toBe("image/webp");
    expect(response.headers.get("etag")).toBe('"1"');
    const reader = response.body!.getReader();
    expect(text((await reader.read()).value)).toBe("first");
    rest.resolve();
    expect(text((await reader.read()).value)).toBe("last");
  },
);

test.each(modes)("never passes a client's credential or cookies on to media (%o)", async ({ distributed }) => {
  const seen: Headers[] = [];
  const { url } = await startTestGateway({
    distributed,
    bytes: async (request) => {
      seen.push(request.headers);
      return new Response(null, { status: 204 });
    },
  });
  const headers = {
    authorization: `Bearer ${API_KEY}`,
    cookie: "a=b",
    "x-forwarded-for": "1.2.3.4",
    "x-viewer": "staff",
    "x-client-address": "1.2.3.4",
    range: "bytes=0-9",
  };
  expect((await fetch(`${url}/photos/signed`, { headers })).status).toBe(204);
  const names = [...seen[0]!.keys()];
  expect(names).toContain("range");
  expect(names).toContain("x-request-id");
  expect(seen[0]!.get("authorization") ?? "").not.toContain(API_KEY);
  expect(names).not.toContain("cookie");
  expect(names).not.toContain("x-viewer");
  expect(names).not.toContain("x-forwarded-for");
  expect(seen[0]!.get("x-client-address")).toMatch(/127\.0\.0\.1|::1/);
});

test("answers 503 with a JSON error while media is away", async () => {
  const { url, stopSubgraph } = await startTestGateway({ distributed: true });
  await stopSubgraph("media");
  const response = await fetch(`${url}/photos/signed`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: "UNAVAILABLE", requestId: expect.any(String) } }],
  });
});

test.each(modes)("serves no other path of media, however its dots are written (%o)", async ({ distributed }) => {
  const asked: string[] = [];
  const gateway = await startTestGateway({
    distributed,
    bytes: async (request) => {
      asked.push(request.url);
      return new Response("inside");
    },
  });
  for (const path of [
    "/internal",
    "/photos/../graphql",
    "/uploads/%2e%2e/graphql",
    "/photos/..\\graphql",
    "/photos/a/../../graphql",
  ]) {
    expect(await rawPost(gateway.url, path, '{"query":"{ _service { sdl } }"}'), path).toBe(404);
  }
  expect(asked).toEqual([]);
});

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Sends a path as it stands, which `fetch` would tidy. */
function rawPost(url: string, path: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    request(url, { path, method: "POST", headers }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end(body);
  });
}
