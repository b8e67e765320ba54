import type { Credential, ViewerAnswer } from "@studio/kit/auth/credential.js";
import { previewedViewer } from "../preview/previewed-viewer.js";
import type { IdentityServices } from "../services.js";
import { identifyApiClient } from "./identify-api-client.js";
import { identifyContact } from "./identify-contact.js";
import { identifyMember } from "./identify-member.js";
import { identifyStaff } from "./identify-staff.js";
import { identifyWebhook } from "./identify-webhook.js";

/**
 * Turns what a client showed into the viewer they are at this moment. Everything is read anew at each call, so what
 * was revoked, suspended or has expired is refused at once.
 */
export async function identifyViewer(
  services: IdentityServices,
  credential: Credential,
  requestId: string,
): Promise<ViewerAnswer> {
  const answer = await identify(services, credential, requestId);
  if (credential.preview === undefined || !("viewer" in answer)) return answer;
  return previewedViewer(services, answer.viewer, credential.preview);
}

function identify(services: IdentityServices, credential: Credential, requestId: string): Promise<ViewerAnswer> {
  switch (credential.kind) {
    case "hub":
      return credential.staff ? identifyStaff(services, credential) : identifyMember(services, credential, requestId);
    case "api_key":
      return credential.key.startsWith("we_")
        ? identifyWebhook(services, credential.key)
        : identifyApiClient(services, credential.key);
    case "session":
      return identifyContact(services, credential.token);
    default:
      return credential satisfies never;
  }
}
