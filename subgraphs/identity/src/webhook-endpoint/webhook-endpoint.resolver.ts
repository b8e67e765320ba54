import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { pageByCreation } from "../created-order.js";
import { pageWebhookEndpoints, type WebhookEndpointRow } from "./webhook-endpoint.repository.js";
import { WebhookEndpoint, WebhookEndpointConnection } from "./webhook-endpoint.type.js";

@Resolver(() => WebhookEndpoint)
export class WebhookEndpointResolver {
  @Query(() => WebhookEndpointConnection, {
    nullable: true,
    description: "Where the account's events are sent, oldest first.",
  })
  webhookEndpoints(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() context: IdentityContext,
  ): Promise<Page<WebhookEndpointRow>> {
    return pageByCreation(context, "webhook-endpoints", args, (accountId, page) =>
      context.services.db.inAccount(accountId, (tx) => pageWebhookEndpoints(tx, accountId, page)),
    );
  }

  @FieldResolver()
  id(@Root() endpoint: WebhookEndpointRow): string {
    return toGlobalId("WebhookEndpoint", endpoint.id);
  }
}
