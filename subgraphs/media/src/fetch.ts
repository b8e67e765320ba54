import type { MediaServices } from "./context.js";
import { servePhoto } from "./delivery/serve-photo.js";
import { serveGallery } from "./gallery/serve-gallery.js";
import { HttpRefusal, methodNotAllowed, toErrorResponse } from "./http-refusal.js";
import { answerUpload } from "./upload/answer-upload.js";

/** Answers what is not GraphQL: originals coming in, and pictures going out, one by one or as galleries. */
export async function answer(services: MediaServices, request: Request): Promise<Response> {
  try {
    return await route(services, request);
  } catch (error) {
    return toErrorResponse(error, services.logger);
  }
}

async function route(services: MediaServices, request: Request): Promise<Response> {
  const [, folder, token, ...rest] = new URL(request.url).pathname.split("/");
  if (folder === "galleries" && token) return serveGallery(services, [token, ...rest], request);
  if (!token || rest.length > 0 || (folder !== "uploads" && folder !== "photos")) {
    throw new HttpRefusal(404, "NOT_FOUND", "There is nothing here.");
  }
  if (folder === "uploads") return answerUpload(services, token, request);
  if (["GET", "HEAD"].includes(request.method)) return servePhoto(services, token, request);
  throw methodNotAllowed("GET", "HEAD");
}
