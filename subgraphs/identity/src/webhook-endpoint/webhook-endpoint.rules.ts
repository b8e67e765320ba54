import type { Viewer } from "@studio/kit/auth/viewer.js";
import { membersOnly } from "../viewer/members-only.js";

const KEEPERS = ["owner", "admin"] as const;

/** Whether the viewer may see where the account's events go. */
export function keepsWebhooks(viewer: Viewer): boolean {
  return viewer.kind === "member" && (KEEPERS as readonly string[]).includes(viewer.role);
}

const mayKeepWebhooks = membersOnly("mayKeepWebhooks", KEEPERS, "it is for owners and admins");

export const webhookRules = {
  Query: { webhookEndpoints: mayKeepWebhooks },
  Mutation: {
    createWebhookEndpoint: mayKeepWebhooks,
    updateWebhookEndpoint: mayKeepWebhooks,
    pauseWebhookEndpoint: mayKeepWebhooks,
    resumeWebhookEndpoint: mayKeepWebhooks,
    deleteWebhookEndpoint: mayKeepWebhooks,
    rotateWebhookSecret: mayKeepWebhooks,
    sendTestWebhook: mayKeepWebhooks,
    resendWebhookDelivery: mayKeepWebhooks,
    replayWebhookEvents: mayKeepWebhooks,
  },
};
