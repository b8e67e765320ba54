import { answerLink } from "../plain-page.js";
import type { IdentityServices } from "../services.js";
import { joinPage } from "./join-page.js";
import { findOpenOffer } from "./read-offer.js";

/** Where an invitation's link leads: the token follows. */
export const JOIN_PATH = "/join/";

/** Answers `GET /join/<token>` with a page that says who invites, and how to accept. Looking at it uses nothing up. */
export function answerJoin(services: IdentityServices, request: Request): Promise<Response> {
  return answerLink(request, async () => {
    const offer = await findOpenOffer(services, new URL(request.url).pathname.slice(JOIN_PATH.length));
    return offer && joinPage(offer);
  });
}
