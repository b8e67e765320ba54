import { forbidden, notFound, unavailable } from "@studio/kit/error/codes.js";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { DemoRole } from "./demo-roles.js";

const TIMEOUT_MS = 5_000;

const tokenAnswer = z.object({ access_token: z.string() });

/**
 * `POST /explorer/sign-in/<role>` answers the `Authorization` header of a demo role. It exists only where demo roles
 * are configured, which production refuses, and answers the explorer's own page only.
 */
export function addSignInRoute(app: FastifyInstance, roles: readonly DemoRole[]): void {
  app.post<{ Params: { role: string } }>("/explorer/sign-in/:role", async (request) => {
    if (request.headers["sec-fetch-site"] !== "same-origin") throw forbidden("sign-in", "it serves the explorer only");
    const role = roles.find(({ name }) => name === request.params.role);
    if (!role) throw notFound("demo role");
    return { authorization: `Bearer ${"key" in role ? role.key : await fetchToken(role.tokenUrl)}` };
  });
}

/** A token as the Hub answers it: plain text, or OAuth 2's `{ access_token }`. */
async function fetchToken(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "error" }).catch(() => null);
  if (!answer?.ok) throw unavailable("The Hub does not answer. Is it running?");
  const text = (await answer.text()).trim();
  return text.startsWith("{") ? tokenAnswer.parse(JSON.parse(text)).access_token : text;
}
