import { sendResponse } from "@studio/kit/server/serve-subgraph.js";
import type { FastifyInstance } from "fastify";
import type { SubgraphLink } from "../links/subgraph-link.js";
import { REQUEST_ID_HEADER } from "../request-id.js";

/** Passes `GET /join/<token>` on to identity, which shows what an invitation's link offers. No credential travels on. */
export function addJoinRoute(app: FastifyInstance, identity: SubgraphLink): void {
  app.get<{ Params: { token: string } }>("/join/:token", async (request, reply) => {
    const url = new URL(`/join/${encodeURIComponent(request.params.token)}`, "http://identity.internal");
    const headers = { [REQUEST_ID_HEADER]: request.id };
    return sendResponse(reply, await identity.fetch(new Request(url, { method: request.method, headers })));
  });
}
