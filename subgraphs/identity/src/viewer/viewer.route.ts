import { z } from "zod";
import type { Credential } from "@studio/kit/auth/credential.js";
import { VIEWER_PATH } from "@studio/kit/auth/credential.js";
import { isDependencyAway } from "@studio/kit/error/public-error.js";
import { newId } from "@studio/kit/id.js";
import { describeError, type Logger } from "@studio/kit/logger.js";
import type { IdentityServices } from "../services.js";
import { identifyViewer } from "./identify-viewer.js";

/** The token of a preview, which any credential may come with; identity says whose may. */
const preview = z.string().max(20_000).optional();

const hub = z.object({
  preview,
  kind: z.literal("hub"),
  issuer: z.string().min(1).max(500),
  subject: z.string().min(1).max(500),
  email: z.string().max(500),
  emailVerified: z.boolean(),
  staff: z.boolean(),
  mfa: z.boolean(),
  accountId: z.string().max(100).nullable(),
});

const credential: z.ZodType<Credential> = z.discriminatedUnion("kind", [
  hub,
  z.object({ preview, kind: z.literal("api_key"), key: z.string().max(200) }),
  z.object({ preview, kind: z.literal("session"), token: z.string().max(200) }),
]);

/** Answers `POST /viewer`, the gateway's question who a credential stands for; anything else is 404. */
export function viewerRoute(services: IdentityServices, logger: Logger): (request: Request) => Promise<Response> {
  return async (request) => {
    if (new URL(request.url).pathname !== VIEWER_PATH) return new Response(null, { status: 404 });
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
    const shown = credential.safeParse(await request.json().catch(() => null));
    if (!shown.success) return Response.json({ error: "The body is not a credential." }, { status: 400 });
    try {
      const requestId = request.headers.get("x-request-id") ?? newId();
      return Response.json(await identifyViewer(services, shown.data, requestId));
    } catch (error) {
      logger.error(describeError(error), "viewer not identified");
      return new Response(null, { status: isDependencyAway(error) ? 503 : 500 });
    }
  };
}
