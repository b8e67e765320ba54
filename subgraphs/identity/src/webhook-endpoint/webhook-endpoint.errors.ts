import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { WebhookStatus } from "./webhook-endpoint.values.js";

/** The most endpoints that an account has. */
export const MAX_ENDPOINTS = 20;

@UserErrorType("What was given for the endpoint cannot be used: see the path and the message.")
export class InvalidWebhookEndpoint extends UserError {
  static at(name: string, message: string): InvalidWebhookEndpoint {
    return Object.assign(new InvalidWebhookEndpoint(), { path: ["input", name], message });
  }
}

@UserErrorType("The account has as many endpoints as it may.")
export class TooManyWebhookEndpoints extends UserError {
  static now(): TooManyWebhookEndpoints {
    return Object.assign(new TooManyWebhookEndpoints(), {
      path: ["input"],
      message: `An account has at most ${MAX_ENDPOINTS} endpoints. Delete one that is not used.`,
    });
  }
}

@UserErrorType("The secret before this one still signs: another rotation would end it before its day is over.")
export class PreviousSecretInUse extends UserError {
  static until(until: Date): PreviousSecretInUse {
    return Object.assign(new PreviousSecretInUse(), {
      path: ["input", "id"],
      message: `The previous secret is valid until ${until.toISOString()}. Rotate after that.`,
    });
  }
}

@UserErrorType("Nothing is sent to the endpoint: it is paused, or was disabled.")
export class WebhookEndpointNotActive extends UserError {
  static as(status: WebhookStatus): WebhookEndpointNotActive {
    return Object.assign(new WebhookEndpointNotActive(), {
      path: ["input", "id"],
      message: `The endpoint is ${status}. Resume it first.`,
    });
  }
}

@UserErrorType("The events that were asked for are no longer kept.")
export class WebhookEventsExpired extends UserError {
  static at(name: string): WebhookEventsExpired {
    return Object.assign(new WebhookEventsExpired(), {
      path: ["input", name],
      message: "Events behind this point are no longer kept. Begin later, and read the present state of the rest.",
    });
  }
}
