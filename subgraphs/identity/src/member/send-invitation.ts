import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { after, dayMs } from "@studio/kit/clock.js";
import type { Tx } from "@studio/kit/db/database.js";
import { newId } from "@studio/kit/id.js";
import type { Policies } from "../account/account.policy.js";
import type { IdentityContext } from "../context.js";
import { newInvitationToken } from "../invitation/invitation-token.js";
import { MEMBER_INVITATION_MAIL } from "../mail/member-invitation-mail.job.js";
import { putInvitation } from "./member-invitation.repository.js";

/** Makes an invitation with a link of its own and queues its mail. An earlier link of the member's is dead. */
export async function sendInvitation(
  context: IdentityContext,
  tx: Tx,
  memberId: string,
  { memberInvitationDays }: Policies,
): Promise<void> {
  const { accountId, memberId: invitedBy } = signedInMember(context);
  const { keys, clock, jobs } = context.services;
  const id = newId();
  const createdAt = clock.now();
  await putInvitation(tx, {
    accountId,
    memberId,
    id,
    ...newInvitationToken(keys, { invitee: "member", accountId, id }),
    invitedBy,
    createdAt,
    expiresAt: after(createdAt, memberInvitationDays * dayMs),
  });
  await jobs.enqueue(tx, MEMBER_INVITATION_MAIL, { accountId, invitationId: id });
}
