import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { notFound } from "@studio/kit/error/codes.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { accountReference } from "../account/account.reference.js";
import { bulkActionReference } from "../bulk-action/bulk-action.reference.js";
import { contactFieldReference } from "../contact-field/contact-field.reference.js";
import { contactReference } from "../contact/contact.reference.js";
import type { IdentityContext } from "../context.js";
import { groupReference } from "../group/group.reference.js";
import { invitationReference } from "../invitation/invitation.reference.js";
import { memberReference } from "../member/member.reference.js";
import { savedViewReference } from "../saved-view/saved-view.reference.js";
import { supportGrantReference } from "../support-grant/support-grant.reference.js";
import { webhookDeliveryReference } from "../webhook-delivery/webhook-delivery.reference.js";
import { webhookEndpointReference } from "../webhook-endpoint/webhook-endpoint.reference.js";
import { Node } from "./node.type.js";

type FindNode = (reference: { id: string }, context: IdentityContext) => Promise<object | null>;

/** The entities of this subgraph; the gateway takes the others' ids elsewhere. */
const FINDERS = new Map<string, FindNode>([
  ["Contact", contactReference],
  ["Account", accountReference],
  ["ContactField", contactFieldReference],
  ["Member", memberReference],
  ["Group", groupReference],
  ["SupportGrant", supportGrantReference],
  ["BulkAction", bulkActionReference],
  ["SavedView", savedViewReference],
  ["Invitation", invitationReference],
  ["WebhookEndpoint", webhookEndpointReference],
  ["WebhookDelivery", webhookDeliveryReference],
]);

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "Anything by its global id. What the viewer may not see is not found.",
  })
  async node(
    @Arg("id", () => ID, { description: "A global id." }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<object> {
    const type = parseGlobalId(id)?.type ?? "";
    const found = await FINDERS.get(type)?.({ id }, context);
    if (!found) throw notFound("node");
    return { ...found, nodeType: type };
  }
}
