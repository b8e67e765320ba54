import type { MediaServices } from "../context.js";
import { methodNotAllowed } from "../http-refusal.js";
import { MAX_IMAGE_BYTES } from "../imaging/inspect-image.js";
import { completeDirectUpload } from "./complete-direct-upload.js";
import { receiveUpload } from "./receive-upload.js";
import { describeUpload, resumeUpload } from "./resumable/resume-upload.js";
import { answerTusOptions } from "./resumable/tus-headers.js";

/** Answers `/uploads/<token>`: each link takes the method of its way, and no other. @throws HttpRefusal | TokenRefused */
export async function answerUpload(services: MediaServices, token: string, request: Request): Promise<Response> {
  if (request.method === "OPTIONS") return answerTusOptions(MAX_IMAGE_BYTES);
  const { uploadLinks, uploadLoad } = services;
  const grant = uploadLinks.read(token);
  switch (`${request.method} ${grant.way}`) {
    case "PUT whole":
      return uploadLoad.admit(() => receiveUpload(services, grant, request));
    case "POST direct":
      return uploadLoad.admit(() => completeDirectUpload(services, grant));
    case "HEAD resumable":
      return describeUpload(services, grant, request);
    case "PATCH resumable":
      return uploadLoad.admit(() => resumeUpload(services, grant, request));
    default:
      throw methodNotAllowed();
  }
}
