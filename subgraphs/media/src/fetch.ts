import type { MediaServices } from "./context.js";
import { servePhoto } from "./delivery/serve-photo.js";
import { HttpRefusal, toErrorResponse } from "./http-refusal.js";
import { receiveUpload } from "./upload/receive-upload.js";

/** Answers what is not GraphQL: originals coming in, and pictures going out. */
export async function answer(services: MediaServices, request: Request): Promise<Response> {
  try {
    return await route(services, request);
  } catch (error) {
    return toErrorResponse(error, services.logger);
  }
}

async function route(services: MediaServices, request: Request): Promise<Response> {
  const [, folder, token, ...rest] = new URL(request.url).pathname.split("/");
  if (!token || rest.length > 0 || (folder !== "uploads" && folder !== "photos")) {
    throw new HttpRefusal(404, "NOT_FOUND", "There is nothing here.");
  }
  if (folder === "uploads" && request.method === "PUT") return receiveUpload(services, token, request);
  if (folder === "photos" && ["GET", "HEAD"].includes(request.method)) return servePhoto(services, token, request);
  throw new HttpRefusal(405, "METHOD_NOT_ALLOWED", "This address does not take that method.");
}
