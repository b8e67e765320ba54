import { newId } from "@studio/kit/id.js";
import { answerLink } from "../plain-page.js";
import type { IdentityServices } from "../services.js";
import { invitationPage } from "./invitation-page.js";
import { openInvitation } from "./open-invitation.js";

/** Where a contact's link leads: the token follows. */
export const INVITATION_PATH = "/invitation/";

/** Answers `GET /invitation/<token>` with a page that says who invites, and where. Looking uses nothing up. */
export function answerInvitation(services: IdentityServices, request: Request): Promise<Response> {
  return answerLink(request, async () => {
    const token = new URL(request.url).pathname.slice(INVITATION_PATH.length);
    const opened = await openInvitation(services, token, request.headers.get("x-request-id") ?? newId());
    return opened && invitationPage(opened);
  });
}
