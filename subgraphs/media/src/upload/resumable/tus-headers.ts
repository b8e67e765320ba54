import { HttpRefusal } from "../../http-refusal.js";

const TUS_VERSION = "1.0.0";

/** An answer by the tus protocol (tus.io, version 1.0.0), also a refusal: each names the version, and none is kept. */
export function inTus(response: Response): Response {
  response.headers.set("tus-resumable", TUS_VERSION);
  response.headers.set("cache-control", "no-store");
  return response;
}

/** What the platform speaks of the protocol: its core, and that uploads expire. */
export function answerTusOptions(maxBytes: number): Response {
  const offered = { "tus-version": TUS_VERSION, "tus-max-size": String(maxBytes), "tus-extension": "expiration" };
  return inTus(new Response(null, { status: 204, headers: offered }));
}

/** @throws HttpRefusal 412 for another version of the protocol */
export function checkTusVersion(headers: Headers): void {
  if (headers.get("tus-resumable") === TUS_VERSION) return;
  const message = `Send the header Tus-Resumable: ${TUS_VERSION}.`;
  throw new HttpRefusal(412, "TUS_VERSION_NOT_SUPPORTED", message, { headers: { "tus-version": TUS_VERSION } });
}

/** Where the bytes of a PATCH begin. @throws HttpRefusal 400, 415 */
export function readPatchOffset(headers: Headers): number {
  if (headers.get("content-type") !== "application/offset+octet-stream") {
    throw new HttpRefusal(415, "TYPE_MISMATCH", "Send parts with the content type application/offset+octet-stream.");
  }
  const offset = headers.get("upload-offset");
  if (offset === null) throw new HttpRefusal(400, "OFFSET_MISSING", "Send the header Upload-Offset.");
  if (!/^\d{1,15}$/.test(offset))
    throw new HttpRefusal(400, "OFFSET_INVALID", "Upload-Offset is no number: send how many bytes have come in.");
  return Number(offset);
}
