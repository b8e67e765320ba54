import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { toPageBothWays } from "@studio/kit/paging/both-ways.js";
import type { Page } from "@studio/kit/paging/connection.js";
import type { ContactRow } from "../contact/contact.repository.js";
import { ContactConnection } from "../contact/contact.type.js";
import type { IdentityContext } from "../context.js";
import { ContactListArgs } from "./contact-list.args.js";
import { countContacts, estimateContacts, pageOfContacts } from "./contact-list.repository.js";
import { planContactList, type ContactListPlan } from "./plan-contact-list.js";

/** A page, and the list it is of: its counts are made when they are asked for. */
interface ContactPage extends Page<ContactRow> {
  plan: ContactListPlan;
}

@Resolver(() => ContactConnection)
export class ContactListResolver {
  @Query(() => ContactConnection, {
    nullable: true,
    description:
      "The account's contacts, oldest first unless ordered or searched; a coordinator's groups only. Contacts under restriction are left out where a field is used that the viewer may not read of them.",
  })
  async contacts(
    @Args(() => ContactListArgs) args: ContactListArgs,
    @Ctx() context: IdentityContext,
  ): Promise<ContactPage> {
    const plan = await planContactList(context, args);
    const { db, cursors } = context.services;
    const { accountId, list, page } = plan;
    const rows = await db.inAccount(accountId, (tx) => pageOfContacts(tx, plan));
    const edges = toPageBothWays(rows, page, ({ row, keys }) => ({
      node: row,
      cursor: cursors.encode(accountId, list, keys),
    }));
    return { ...edges, plan };
  }

  @FieldResolver(() => Int, { description: "How many contacts the whole list holds, exactly. Costs a count." })
  totalCount(@Root() { plan }: ContactPage, @Ctx() { services }: IdentityContext): Promise<number> {
    return services.db.inAccount(plan.accountId, (tx) => countContacts(tx, plan));
  }

  @FieldResolver(() => Int, {
    description: "About how many contacts the whole list holds: exact up to 10,000, beyond that an estimate. Cheap.",
  })
  estimatedCount(@Root() { plan }: ContactPage, @Ctx() { services }: IdentityContext): Promise<number> {
    return services.db.inAccount(plan.accountId, (tx) => estimateContacts(tx, plan));
  }
}
