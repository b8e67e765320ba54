import type { MediaServices } from "../context.js";
import { HttpRefusal, methodNotAllowed, toErrorResponse } from "../http-refusal.js";
import { MAX_IMAGE_BYTES } from "../imaging/inspect-image.js";
import { ObjectNotFound } from "../storage/storage.errors.js";
import { completeDirectUpload } from "./complete-direct-upload.js";
import { UploadBrokenOff } from "./read-body.js";
import { receiveUpload } from "./receive-upload.js";
import { describeUpload, resumeUpload } from "./resumable/resume-upload.js";
import { answerTusOptions, inTus } from "./resumable/tus-headers.js";
import { refuseUsed } from "./take-in.js";
import type { UploadGrant, UploadWay } from "./upload-links.js";

/** What a link of each way takes, besides the `OPTIONS` of tus. */
const METHODS = {
  whole: ["PUT"],
  direct: ["POST"],
  resumable: ["HEAD", "PATCH"],
} as const satisfies Record<UploadWay, string[]>;

/** Answers `/uploads/<token>`: each link takes the method of its way, and no other. @throws HttpRefusal | TokenRefused */
export async function answerUpload(services: MediaServices, token: string, request: Request): Promise<Response> {
  if (request.method === "OPTIONS") return answerTusOptions(MAX_IMAGE_BYTES);
  const grant = services.uploadLinks.read(token);
  const answer = answerByWay(services, grant, request);
  if (grant.way !== "resumable") return answer;
  return inTus(await answer.catch((error: unknown) => toErrorResponse(error, services.logger)));
}

async function answerByWay(services: MediaServices, grant: UploadGrant, request: Request): Promise<Response> {
  const { uploadLoad } = services;
  switch (`${request.method} ${grant.way}`) {
    case "PUT whole":
      return uploadLoad.admit(grant, () => once(services, grant, () => receiveUpload(services, grant, request)));
    case "POST direct":
      return uploadLoad.admit(grant, () => once(services, grant, () => completeDirectUpload(services, grant)));
    case "HEAD resumable":
      return describeUpload(services, grant, request);
    case "PATCH resumable":
      return uploadLoad.admit(grant, () => once(services, grant, () => resumeUpload(services, grant, request)));
    default:
      throw methodNotAllowed(...METHODS[grant.way], "OPTIONS");
  }
}

/** Of requests to one link at once one takes the file in. Wherever that finds another, its link is used by then. */
async function once(services: MediaServices, grant: UploadGrant, take: () => Promise<Response>): Promise<Response> {
  try {
    return await take();
  } catch (error) {
    if (mayBeLate(error)) await refuseUsed(services, grant);
    throw error;
  }
}

/** Whoever took the file in has removed its parts. A body that broke off did so by itself. */
function mayBeLate(error: unknown): boolean {
  return error instanceof ObjectNotFound || (error instanceof HttpRefusal && !(error instanceof UploadBrokenOff));
}
