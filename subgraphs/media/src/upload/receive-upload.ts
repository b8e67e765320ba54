import type { MediaServices } from "../context.js";
import { checkHeaders, exactly } from "./read-body.js";
import { findOpenUpload, takeIn } from "./take-in.js";
import type { UploadGrant } from "./upload-links.js";

/**
 * Answers `PUT /uploads/<token>`: takes one original in, in one request. Whatever is refused leaves nothing behind,
 * and the link may be tried again until it expires. @throws HttpRefusal
 */
export async function receiveUpload(services: MediaServices, grant: UploadGrant, request: Request): Promise<Response> {
  checkHeaders(request.headers, grant);
  const upload = await findOpenUpload(services, grant);
  await takeIn(services, grant, upload, exactly(request.body, grant.bytes));
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}
