import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { accessTo } from "@studio/identity/access/access-to.js";
import { notFound } from "@studio/kit/error/codes.js";
import { PageArgs } from "@studio/kit/paging/both-ways.js";
import type { ComplianceContext } from "../context.js";
import { Consent } from "../consent/consent.type.js";
import { DataSubjectRequestConnection } from "../data-subject-request/data-subject-request.type.js";
import { listRequestsOfContact } from "../data-subject-request/list-data-subject-requests.js";
import { Contact } from "./contact.stub.js";

/** What compliance adds to `Contact`. */
@Resolver(() => Contact)
export class ContactResolver {
  @FieldResolver(() => [Consent], {
    nullable: true,
    description: "What the contact has consented to, one row per purpose they ever agreed to.",
  })
  consents(@Root() { known }: Contact, @Ctx() context: ComplianceContext): Consent[] | null {
    const access = accessTo(context, "consents", known.facts);
    switch (access.kind) {
      case "read":
        return known.consents;
      case "masked":
        return known.consents.map(({ purpose, state }) => ({
          contactId: null,
          purpose,
          state,
          changedAt: null,
          textVersion: null,
        }));
      case "denied":
        return null;
      default:
        return access.kind satisfies never;
    }
  }

  @FieldResolver(() => DataSubjectRequestConnection, {
    nullable: true,
    description: "What the contact has asked of their data, the newest first.",
  })
  dataSubjectRequests(
    @Root() { known }: Contact,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ComplianceContext,
  ) {
    const { accountId } = context.viewer;
    if (accountId === null) throw notFound("contact");
    return listRequestsOfContact(context, accountId, known.facts.contactId, page);
  }
}
