import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { getStaticFile } from "ruru/static";
import type { DemoRole } from "./demo-roles.js";
import { contentSecurityPolicy, explorerPage } from "./page.js";
import { addSignInRoute } from "./sign-in-route.js";

const RURU = "/explorer/ruru/";

/** Our own files beside the page, by name. */
const ASSETS: Readonly<Record<string, { type: string; url: URL }>> = {
  "explorer.js": { type: "text/javascript; charset=utf-8", url: new URL("../../explorer/explorer.js", import.meta.url) },
  "explorer.css": { type: "text/css; charset=utf-8", url: new URL("../../explorer/explorer.css", import.meta.url) },
  "fetcher.js": { type: "text/javascript; charset=utf-8", url: new URL("../../explorer/fetcher.js", import.meta.url) },
};

/** Serves the GraphQL explorer at `/`, from this server alone. */
export function addExplorerRoutes(app: FastifyInstance, roles: readonly DemoRole[]): void {
  app.get("/", (_request, reply) => {
    const nonce = randomBytes(16).toString("base64");
    return reply
      .header("content-security-policy", contentSecurityPolicy(nonce))
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(explorerPage(roles, nonce));
  });
  app.get<{ Params: { name: string } }>("/explorer/assets/:name", async (request, reply) => {
    const asset = ASSETS[request.params.name];
    if (!asset) return reply.callNotFound();
    return reply.type(asset.type).header("cache-control", "no-cache").send(await readFile(asset.url));
  });
  app.get(`${RURU}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: RURU,
      urlPath: request.url,
      acceptEncoding: request.headers["accept-encoding"],
      disallowDevAssets: true,
    });
    if (!file) return reply.callNotFound();
    return reply.headers(file.headers).header("cache-control", "no-cache").send(file.content);
  });
  if (roles.length > 0) addSignInRoute(app, roles);
}
