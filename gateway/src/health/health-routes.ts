import { isDependencyAway } from "@studio/kit/error/public-error.js";
import type { FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import type { SubgraphLink } from "../links/subgraph-link.js";

/** `/health/live`: this process answers. `/health/ready`: so does every subgraph, by name. */
export function addHealthRoutes(app: FastifyInstance, links: readonly SubgraphLink[]): void {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    const states = await Promise.all(links.map(async (link) => [link.name, await stateOf(link)] as const));
    const ready = states.every(([, state]) => state === "ready");
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? "ready" : "not ready", subgraphs: Object.fromEntries(states) });
  });
}

async function stateOf(link: SubgraphLink): Promise<"ready" | "away" | "not ready"> {
  try {
    await link.ready();
    return "ready";
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === "TimeoutError";
    return timedOut || isDependencyAway(error) || error instanceof GraphQLError ? "away" : "not ready";
  }
}
