import { after, minuteMs } from "@studio/kit/clock.js";
import { findAccount } from "../account/account.repository.js";
import { policiesInForce } from "../account/account.policy.js";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeMember } from "./change-member.js";
import { InvitationJustSent } from "./member.errors.js";
import { findInvitations } from "./member-invitation.repository.js";
import type { MemberInvitationResult } from "./member.result.js";
import { sendInvitation } from "./send-invitation.js";

const MIN_PAUSE_MS = minuteMs;

/** Sends an invitation again, with a new link and a new deadline; not twice within a minute. */
export function resendMemberInvitation(
  context: IdentityContext,
  { id }: IdInput,
): Promise<typeof MemberInvitationResult> {
  return changeMember<InvitationJustSent>(context, id, {
    mutation: "resendMemberInvitation",
    action: "member.invitation_resent",
    fields: ["invitation"],
    from: ["invited"],
    after: ({ role, status }) => ({ role, status }),
    write: async (tx, now) => {
      const [sent] = await findInvitations(tx, now.accountId, [now.id]);
      const retryAt = sent && after(sent.createdAt, MIN_PAUSE_MS);
      if (retryAt && retryAt > context.services.clock.now()) return InvitationJustSent.until(retryAt);
      const account = await findAccount(tx, now.accountId);
      await sendInvitation(context, tx, now.id, policiesInForce(account?.policies ?? {}));
      return now;
    },
  });
}
