import { once } from "node:events";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newGatewayKeys, readSigningKey, readVerifyKey } from "@studio/kit/auth/gateway-keys.js";
import { signGatewayToken } from "@studio/kit/auth/gateway-token.js";
import { anonymous, type ContactViewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { serveSubgraph } from "@studio/kit/server/serve-subgraph.js";
import { portrait } from "../../samples/pictures.js";
import { openUpload, type Upload } from "../../test/contact-client.js";
import { openWorld, type World } from "../../test/world.js";

let world: World;
let server: Awaited<ReturnType<typeof serveSubgraph>>;
let authorization: string;
let anna: ContactViewer;
beforeAll(async () => {
  world = await openWorld({ workers: false });
  const keys = await newGatewayKeys();
  const verifyKey = await readVerifyKey(keys.verifyKey);
  server = await serveSubgraph(world.media, { port: 0, verifyKey, logger: world.options.logger });
  const claims = { viewer: anonymous, requestId: newId() };
  authorization = `Bearer ${await signGatewayToken(claims, "media", await readSigningKey(keys.signingKey))}`;
  anna = await world.newcomer();
});
afterAll(async () => {
  await server.close();
  await world.close();
});

/** An upload over a socket, its body still to be written. */
function put(upload: Upload, headers: Record<string, string> = {}): ClientRequest {
  const { pathname } = new URL(upload.uploadUrl);
  const all = { authorization, "content-type": "image/png", ...headers };
  return request(`${server.url}${pathname}`, { method: "PUT", headers: all });
}

async function answerTo(upload: ClientRequest): Promise<{ status: number | undefined; code?: string }> {
  const [response] = (await once(upload, "response")) as [IncomingMessage];
  if (response.statusCode === 204) return { status: 204 };
  const { error } = (await json(response)) as { error: { code: string } };
  return { status: response.statusCode, code: error.code };
}

const statusOf = async (upload: Upload) => {
  const [row] = await world.sql`select status from media.photo where upload_expires_at = ${upload.expiresAt}`;
  return row!["status"] as string;
};

test("takes a whole file in", async () => {
  const sending = put(await openUpload(world.media, anna, portrait, "image/png"), {
    "content-length": String(portrait.length),
  });
  sending.end(portrait);
  expect(await answerTo(sending)).toEqual({ status: 204 });
});

test("answers a body that does not end where it should while it still comes in", async () => {
  const sending = put(await openUpload(world.media, anna, portrait, "image/png"));
  sending.on("error", () => {});
  const answer = answerTo(sending);
  sending.write(portrait);
  const endless = setInterval(() => sending.write(Buffer.alloc(65_536)), 5);
  expect(await answer).toEqual({ status: 413, code: "TOO_MANY_BYTES" });
  clearInterval(endless);
  sending.destroy();
});

test("answers a sender who falls silent", async () => {
  const sending = put(await openUpload(world.media, anna, portrait, "image/png"));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"], shouldAdvanceTime: true });
  try {
    let answered = false;
    const answer = answerTo(sending).finally(() => (answered = true));
    sending.write(portrait.subarray(0, 1000));
    await vi.waitUntil(() => (vi.advanceTimersByTime(1000), answered), { timeout: 15_000 });
    expect(await answer).toEqual({ status: 408, code: "UPLOAD_TOO_SLOW" });
  } finally {
    vi.useRealTimers();
    sending.on("error", () => {}).destroy();
  }
});

test("forgets an upload whose sender hangs up halfway, and takes the file from the next try", async () => {
  const ben = await world.newcomer();
  const upload = await openUpload(world.media, ben, portrait, "image/png");
  const dying = put(upload, { "content-length": String(portrait.length) });
  dying.on("error", () => {});
  dying.write(portrait.subarray(0, 100_000), () => dying.destroy());
  await new Promise((resolve) => dying.once("close", resolve));
  expect(await statusOf(upload)).toBe("uploading");
  const again = put(upload, { "content-length": String(portrait.length) });
  again.end(portrait);
  expect(await answerTo(again)).toEqual({ status: 204 });
  await expect.poll(() => statusOf(upload)).toBe("processing");
});

test("answers nobody but the gateway", async () => {
  const upload = put(await openUpload(world.media, anna, portrait, "image/png"), { authorization: "Bearer x" });
  upload.on("error", () => {});
  upload.end(portrait);
  const [response] = (await once(upload, "response")) as [IncomingMessage];
  response.resume();
  expect(response.statusCode).toBe(401);
});
