import type { HubCredential, ViewerAnswer } from "@studio/kit/auth/credential.js";
import { findOpenGrant } from "../support-grant/support-grant.repository.js";
import type { IdentityServices } from "../services.js";
import { closing } from "./closing.js";
import { wantedAccount } from "./wanted-account.js";

/** Platform staff: with a second factor only (P29), and in a client's account only while its grant lasts (P31). */
export async function identifyStaff({ db, clock }: IdentityServices, hub: HubCredential): Promise<ViewerAnswer> {
  if (!hub.mfa) return { refused: "Staff sign in with a second factor." };
  const staffId = hub.subject;
  const accountId = wantedAccount(hub);
  const open = accountId && (await db.inAccount(accountId, (tx) => findOpenGrant(tx, accountId, staffId, clock.now())));
  if (!open) return { viewer: { kind: "staff", staffId, accountId: null, grantId: null, scopes: [] }, expiresAt: null };
  const { grant, accountStatus } = open;
  const { id: grantId, scopes, expiresAt } = grant;
  return {
    viewer: { kind: "staff", staffId, accountId, grantId, scopes, ...closing(accountStatus) },
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}
