import { isDependencyAway } from "@studio/kit/error/public-error.js";
import { describeError, type Logger } from "@studio/kit/logger.js";
import { INVITATION_PATH, answerInvitation } from "./invitation/invitation-page.route.js";
import { JOIN_PATH, answerJoin } from "./member/join-page.route.js";
import type { IdentityServices } from "./services.js";
import { viewerRoute } from "./viewer/viewer.route.js";

const PAGES = [
  { path: JOIN_PATH, answer: answerJoin },
  { path: INVITATION_PATH, answer: answerInvitation },
];

/** Answers what identity serves beside the graph: the gateway's question who asks, and the pages of invitations. */
export function answerRequests(services: IdentityServices, logger: Logger): (request: Request) => Promise<Response> {
  const answerViewer = viewerRoute(services, logger);
  return async (request) => {
    const { pathname } = new URL(request.url);
    const page = PAGES.find(({ path }) => pathname.startsWith(path));
    if (!page) return answerViewer(request);
    try {
      return await page.answer(services, request);
    } catch (error) {
      logger.error(describeError(error), "invitation not shown");
      return new Response(null, { status: isDependencyAway(error) ? 503 : 500 });
    }
  };
}
