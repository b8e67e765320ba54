import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { getStaticFile } from "ruru/static";
import type { DemoRole } from "./demo-roles.js";
import { contentSecurityPolicy, explorerPage } from "./page.js";
import { addSignInRoute } from "./sign-in-route.js";

const RURU = "/explorer/ruru/";

/** Our own files beside the page. */
const ASSETS = new Set(["explorer.css", "explorer.js", "fetcher.js", "transport.js"]);

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
    const { name } = request.params;
    if (!ASSETS.has(name)) return reply.callNotFound();
    const type = name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    const file = await readFile(new URL(`../../explorer/${name}`, import.meta.url));
    return reply.type(type).header("cache-control", "no-cache").send(file);
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
