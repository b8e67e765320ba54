import { after } from "@studio/kit/clock.js";
import { changeState } from "@studio/kit/db/change.js";
import { forbidden, notFound } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { policiesInForce } from "../account/account.policy.js";
import { lockAccount } from "../account/account.repository.js";
import { changeScope, type IdentityContext } from "../context.js";
import { AlreadyAsked } from "./already-asked.error.js";
import { InvalidReason, SupportAccessClosed } from "./support-grant.errors.js";
import type { RequestSupportAccessInput } from "./support-grant.input.js";
import { REQUEST_LIFETIME_MS, readReason, scopesToAsk } from "./support-grant.policy.js";
import { findOpenOrAsked, insertRequest } from "./support-grant.repository.js";
import { SupportGrantPayload, type RequestSupportAccessResult } from "./support-grant.result.js";

type Result = typeof RequestSupportAccessResult;

/**
 * Asks an account's owners to let a staff person look (P31). It shows nothing of the account.
 * @throws NOT_FOUND if there is no such account
 */
export async function requestSupportAccess(
  context: IdentityContext,
  input: RequestSupportAccessInput,
): Promise<Result> {
  const { viewer, services } = context;
  if (viewer.kind !== "staff") throw forbidden("Mutation.requestSupportAccess", "only staff ask for it");
  const { staffId } = viewer;
  const accountId = fromGlobalId("Account", input.accountId);
  const reason = readReason(input.reason);
  if (!reason) return InvalidReason.now();
  const now = services.clock.now();
  return changeState<Result>(changeScope(context, accountId), async ({ tx, audit, abandon }) => {
    // Held, so that a staff person who asks twice at once has asked once.
    const account = await lockAccount(tx, accountId);
    if (!account || account.status === "erased") throw notFound("account");
    if (!policiesInForce(account.policies).supportAccess) return abandon(SupportAccessClosed.now());
    const known = await findOpenOrAsked(tx, accountId, staffId, { now, since: after(now, -REQUEST_LIFETIME_MS) });
    if (known) return abandon(AlreadyAsked.in(known));
    const id = newId();
    const scopes = scopesToAsk(input.scopes ?? []);
    const row = await insertRequest(tx, { accountId, id, staffId, scopes, reason, createdAt: now });
    audit({ action: "support_grant.requested", subjectType: "SupportGrant", subjectId: id, fields: scopes });
    return Object.assign(new SupportGrantPayload(), { supportGrant: row });
  });
}
