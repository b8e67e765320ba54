import { sendResponse } from "@studio/kit/server/serve-subgraph.js";
import type { FastifyInstance } from "fastify";
import type { SubgraphLink } from "../links/subgraph-link.js";
import { REQUEST_ID_HEADER } from "../request-id.js";

/** Where invitations' links lead: a member's, a contact's. */
const PATHS = ["join", "invitation"] as const;

/** Passes `GET /join/<token>` and `/invitation/<token>` on to identity, which shows what they offer. No credential travels on. */
export function addInvitationRoutes(app: FastifyInstance, identity: SubgraphLink): void {
  for (const path of PATHS) {
    app.get<{ Params: { token: string } }>(`/${path}/:token`, async (request, reply) => {
      const url = new URL(`/${path}/${encodeURIComponent(request.params.token)}`, "http://identity.internal");
      const headers = { [REQUEST_ID_HEADER]: request.id };
      return sendResponse(reply, await identity.fetch(new Request(url, { method: request.method, headers })));
    });
  }
}
