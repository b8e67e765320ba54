import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { createWebhookEndpoint } from "./create-webhook-endpoint.js";
import { deleteWebhookEndpoint } from "./delete-webhook-endpoint.js";
import { pauseWebhookEndpoint } from "./pause-webhook-endpoint.js";
import { replayWebhookEvents } from "./replay-webhook-events.js";
import { resumeWebhookEndpoint } from "./resume-webhook-endpoint.js";
import { rotateWebhookSecret } from "./rotate-webhook-secret.js";
import { updateWebhookEndpoint } from "./update-webhook-endpoint.js";
import {
  CreateWebhookEndpointInput,
  DeleteWebhookEndpointInput,
  PauseWebhookEndpointInput,
  ReplayWebhookEventsInput,
  ResumeWebhookEndpointInput,
  RotateWebhookSecretInput,
  UpdateWebhookEndpointInput,
} from "./webhook-endpoint.input.js";
import {
  ChangeWebhookEndpointResult,
  CreateWebhookEndpointResult,
  DeleteWebhookEndpointResult,
  ReplayWebhookEventsResult,
  RotateWebhookSecretResult,
  UpdateWebhookEndpointResult,
} from "./webhook-endpoint.result.js";

const WHICH = { description: "Which." };

/** The life of an endpoint. */
@Resolver()
export class WebhookEndpointMutationsResolver {
  @Mutation(() => CreateWebhookEndpointResult, {
    nullable: true,
    description: "Creates an endpoint that is sent what happens from now on. Its secret is shown this once.",
  })
  createWebhookEndpoint(
    @Arg("input", () => CreateWebhookEndpointInput, { description: "The endpoint." }) input: CreateWebhookEndpointInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof CreateWebhookEndpointResult> {
    return createWebhookEndpoint(context, input);
  }

  @Mutation(() => UpdateWebhookEndpointResult, {
    nullable: true,
    description: "Changes what an endpoint is sent, and where. What waits goes to the new address.",
  })
  updateWebhookEndpoint(
    @Arg("input", () => UpdateWebhookEndpointInput, { description: "What changes." }) input: UpdateWebhookEndpointInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof UpdateWebhookEndpointResult> {
    return updateWebhookEndpoint(context, input);
  }

  @Mutation(() => ChangeWebhookEndpointResult, {
    nullable: true,
    description: "Stops sending for now. Events wait, as long as the log keeps them.",
  })
  pauseWebhookEndpoint(
    @Arg("input", () => PauseWebhookEndpointInput, WHICH) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ChangeWebhookEndpointResult> {
    return pauseWebhookEndpoint(context, input);
  }

  @Mutation(() => ChangeWebhookEndpointResult, {
    nullable: true,
    description: "Sends again, beginning with what waits: also where the platform had stopped.",
  })
  resumeWebhookEndpoint(
    @Arg("input", () => ResumeWebhookEndpointInput, WHICH) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ChangeWebhookEndpointResult> {
    return resumeWebhookEndpoint(context, input);
  }

  @Mutation(() => RotateWebhookSecretResult, {
    nullable: true,
    description:
      "Gives an endpoint a new secret. For a day, deliveries are signed with both, and it is not rotated again.",
  })
  rotateWebhookSecret(
    @Arg("input", () => RotateWebhookSecretInput, WHICH) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof RotateWebhookSecretResult> {
    return rotateWebhookSecret(context, input);
  }

  @Mutation(() => ReplayWebhookEventsResult, {
    nullable: true,
    description: "Sends the log again from a cursor or an instant on, each event under the id that it had.",
  })
  replayWebhookEvents(
    @Arg("input", () => ReplayWebhookEventsInput, { description: "From where." }) input: ReplayWebhookEventsInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ReplayWebhookEventsResult> {
    return replayWebhookEvents(context, input);
  }

  @Mutation(() => DeleteWebhookEndpointResult, {
    nullable: true,
    description: "Deletes an endpoint with its secrets and its delivery log. What waits is not sent.",
  })
  deleteWebhookEndpoint(
    @Arg("input", () => DeleteWebhookEndpointInput, WHICH) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof DeleteWebhookEndpointResult> {
    return deleteWebhookEndpoint(context, input);
  }
}
