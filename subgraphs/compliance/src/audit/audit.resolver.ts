import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { unauthenticated } from "@studio/kit/error/codes.js";
import { ForwardPageArgs } from "@studio/kit/paging/connection.js";
import type { ComplianceContext } from "../context.js";
import { AuditEventConnection } from "./audit-event.type.js";
import { AuditVerification } from "./audit-verification.type.js";
import { listAuditEvents } from "./list-audit-events.js";
import { verifyAuditChain } from "./verify-audit-chain.js";

/** The account's audit trail and its proof. */
@Resolver()
export class AuditResolver {
  @Query(() => AuditEventConnection, { description: "The account's audit trail, newest first." })
  auditEvents(@Args(() => ForwardPageArgs) page: ForwardPageArgs, @Ctx() context: ComplianceContext) {
    return listAuditEvents(context, signedInMember(context), page);
  }

  @Query(() => AuditVerification, {
    description: "Recomputes the account's audit chain: whether any entry was changed, removed, added or moved.",
  })
  auditVerification(@Ctx() context: ComplianceContext): Promise<AuditVerification> {
    return verifyAuditChain(context.db, signedInMember(context).accountId);
  }
}

function signedInMember({ viewer }: ComplianceContext): MemberViewer {
  if (viewer.kind !== "member") throw unauthenticated();
  return viewer;
}
