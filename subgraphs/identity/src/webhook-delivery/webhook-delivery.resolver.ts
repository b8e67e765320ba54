import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Page } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { pageByCreation } from "../created-order.js";
import type { IdInput } from "../id-input.js";
import { SendTestWebhookInput } from "../webhook-endpoint/webhook-endpoint.input.js";
import type { WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { WebhookEndpoint } from "../webhook-endpoint/webhook-endpoint.type.js";
import { pageDeliveries } from "./delivery-log.repository.js";
import { resendWebhookDelivery } from "./resend-webhook-delivery.js";
import { sendTestWebhook } from "./send-test-webhook.js";
import { ResendWebhookDeliveryInput, WebhookDeliveriesArgs } from "./webhook-delivery.input.js";
import type { AttemptRow, DeliveryRow } from "./webhook-delivery.repository.js";
import { SendWebhookResult } from "./webhook-delivery.result.js";
import { WebhookAttempt, WebhookDelivery, WebhookDeliveryConnection } from "./webhook-delivery.type.js";

@Resolver(() => WebhookEndpoint)
export class EndpointDeliveriesResolver {
  @FieldResolver(() => WebhookDeliveryConnection, {
    description: "What was sent, and what waits: newest first, as long as the event log keeps events.",
  })
  deliveries(
    @Root() endpoint: WebhookEndpointRow,
    @Args(() => WebhookDeliveriesArgs) { status = null, ...args }: WebhookDeliveriesArgs,
    @Ctx() context: IdentityContext,
  ): Promise<Page<DeliveryRow>> {
    const scope = { endpointId: endpoint.id, status };
    return pageByCreation(context, `webhook-deliveries:${endpoint.id}`, args, (accountId, page) =>
      context.services.db.inAccount(accountId, (tx) => pageDeliveries(tx, { accountId, ...scope }, page)),
    );
  }
}

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryResolver {
  @Mutation(() => SendWebhookResult, {
    nullable: true,
    description:
      "Sends an endpoint an event of the type `webhook.test`, signed like any other. The endpoint must be active.",
  })
  sendTestWebhook(
    @Arg("input", () => SendTestWebhookInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof SendWebhookResult> {
    return sendTestWebhook(context, input);
  }

  @Mutation(() => SendWebhookResult, {
    nullable: true,
    description: "Sends an event again, under the id that it had, whatever became of it. Its endpoint must be active.",
  })
  resendWebhookDelivery(
    @Arg("input", () => ResendWebhookDeliveryInput, { description: "Which." }) input: IdInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof SendWebhookResult> {
    return resendWebhookDelivery(context, input);
  }

  @FieldResolver()
  id(@Root() delivery: DeliveryRow): string {
    return toGlobalId("WebhookDelivery", delivery.id);
  }

  @FieldResolver(() => [WebhookAttempt])
  attempts(@Root() delivery: DeliveryRow, @Ctx() { loaders }: IdentityContext): Promise<AttemptRow[]> {
    return loaders.attemptsByDelivery.load(delivery.id);
  }
}
