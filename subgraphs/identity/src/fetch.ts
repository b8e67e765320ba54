import { isDependencyAway } from "@studio/kit/error/public-error.js";
import { describeError, type Logger } from "@studio/kit/logger.js";
import { JOIN_PATH, answerJoin } from "./member/join-page.route.js";
import type { IdentityServices } from "./services.js";
import { viewerRoute } from "./viewer/viewer.route.js";

/** Answers what identity serves beside the graph: the gateway's question who asks, and the page of an invitation. */
export function answerRequests(services: IdentityServices, logger: Logger): (request: Request) => Promise<Response> {
  const answerViewer = viewerRoute(services, logger);
  return async (request) => {
    if (!new URL(request.url).pathname.startsWith(JOIN_PATH)) return answerViewer(request);
    try {
      return await answerJoin(services, request);
    } catch (error) {
      logger.error(describeError(error), "invitation not shown");
      return new Response(null, { status: isDependencyAway(error) ? 503 : 500 });
    }
  };
}
