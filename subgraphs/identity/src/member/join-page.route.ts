import type { IdentityServices } from "../services.js";
import { gonePage, joinPage } from "./join-page.js";
import { findOpenOffer } from "./read-offer.js";

/** Where an invitation's link leads: the token follows. */
export const JOIN_PATH = "/join/";

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
};

/** Answers `GET /join/<token>` with a page that says who invites, and how to accept. Looking at it uses nothing up. */
export async function answerJoin(services: IdentityServices, request: Request): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });
  }
  const token = new URL(request.url).pathname.slice(JOIN_PATH.length);
  const offer = await findOpenOffer(services, token);
  if (!offer) return new Response(gonePage(), { status: 404, headers: HEADERS });
  return new Response(joinPage(offer), { status: 200, headers: HEADERS });
}
