import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { poll } from "../../../dev/src/poll.js";
import { gid } from "./edit-contact.js";
import { mailsTo } from "./mailbox.js";
import { mutate } from "./mutate.js";
import { anonymous, type RunningIdentity } from "./running-identity.js";

const INVITATION =
  "id status createdAt sentAt openedAt acceptedAt revokedAt expiresAt studio { id } contact { id status }";
const PAYLOAD = `... on InvitationPayload { invitation { ${INVITATION} } }`;
const OVER = "... on InvitationOver { invitationStatus }";
const ACCEPTED = `${OVER} ... on AcceptInvitationPayload { sessionToken expiresAt
  contact { id status email } invitation { id status acceptedAt } }`;

/** A running identity's invitations, asked for as a viewer. */
export const invitations = (identity: RunningIdentity) => ({
  invite: (viewer: MemberViewer, contactId: string, studioId: string) =>
    mutate(
      identity,
      viewer,
      "inviteContact",
      { contactId: gid(contactId), studioId: toGlobalId("Studio", studioId) },
      `${PAYLOAD} ... on AlreadyInvited { invitation { id } } ... on ContactStateConflict { status }`,
    ),
  resend: (viewer: MemberViewer, id: string) =>
    mutate(identity, viewer, "resendInvitation", { id }, `${PAYLOAD} ${OVER} ... on InvitationJustSent { retryAt }`),
  revoke: (viewer: MemberViewer, id: string) =>
    mutate(identity, viewer, "revokeInvitation", { id }, `${PAYLOAD} ${OVER}`),
  accept: (token: string) => mutate(identity, anonymous, "acceptInvitation", { token }, ACCEPTED),
  /** Follows a link, as a browser or a mail scanner does. */
  look: (token: string, method = "GET") =>
    identity.subgraph.fetch(new Request(`http://identity.internal/invitation/${token}`, { method })),
  /** The token in the invitation mail number `howMany` to an address, once it has come. */
  tokenFor: async (email: string, howMany = 1) => {
    const mail = await poll(() => mailsTo(identity.mails, email)[howMany - 1], { timeoutMs: 15_000, everyMs: 25 });
    return /\/invitation\/(ci_[A-Za-z0-9_-]{65})/.exec(mail?.text ?? "")?.[1] ?? "no link";
  },
});

/** The email and status of a contact as they are kept. */
export const contactRow = async (identity: RunningIdentity, id: string) => {
  const [row] = await identity.admin<{ email: string; status: string }[]>`
    select email, status from identity.contact where id = ${id}`;
  return row!;
};
