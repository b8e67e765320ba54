import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { notFound } from "@studio/kit/error/codes.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { ComplianceContext } from "../context.js";
import { AuditEventListArgs } from "./audit-event.args.js";
import { AuditEvent, AuditEventConnection } from "./audit-event.type.js";
import { toAuditEvent } from "./audit-event.view.js";
import { findEntry } from "./audit.repository.js";
import { AuditVerification } from "./audit-verification.type.js";
import { listAuditEvents } from "./list-audit-events.js";
import { verifyAuditChain } from "./verify-audit-chain.js";

/** The account's audit trail and its proof. */
@Resolver()
export class AuditResolver {
  @Query(() => AuditEventConnection, {
    description: "The account's audit trail, newest first. For the owner and the privacy officer.",
  })
  auditEvents(@Args(() => AuditEventListArgs) args: AuditEventListArgs, @Ctx() context: ComplianceContext) {
    return listAuditEvents(context, signedInMember(context), args);
  }

  @Query(() => AuditEvent, {
    nullable: true,
    description: "One entry of the audit trail. Another account's is not found.",
  })
  async auditEvent(
    @Arg("id", () => ID, { description: "The entry's id." }) id: string,
    @Ctx() context: ComplianceContext,
  ): Promise<AuditEvent> {
    const { accountId } = signedInMember(context);
    const parsed = parseGlobalId(id);
    const row =
      parsed?.type === "AuditEvent"
        ? await context.db.inAccount(accountId, (tx) => findEntry(tx, accountId, parsed.id))
        : null;
    if (!row) throw notFound("audit event");
    return toAuditEvent(row);
  }

  @Query(() => AuditVerification, {
    description: "Recomputes the account's audit chain: whether any entry was changed, removed, added or moved.",
  })
  auditVerification(@Ctx() context: ComplianceContext): Promise<AuditVerification> {
    return verifyAuditChain(context.db, signedInMember(context).accountId);
  }
}
