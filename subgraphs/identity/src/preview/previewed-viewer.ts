import type { ViewerAnswer } from "@studio/kit/auth/credential.js";
import type { MemberViewer, Preview, Viewer } from "@studio/kit/auth/viewer.js";
import { findGroups } from "../group/manage-group.repository.js";
import type { IdentityServices } from "../services.js";
import { openPreview, type Previewed } from "./preview-token.js";

/** Whom the platform treats an owner as who shows a preview's token. Decided anew at each request. */
export async function previewedViewer(
  { db, keys, clock }: IdentityServices,
  viewer: Viewer,
  token: string,
): Promise<ViewerAnswer> {
  if (viewer.kind !== "member" || viewer.role !== "owner") return { forbidden: "only an owner previews" };
  const what = openPreview(keys.preview, viewer, token);
  if (!what || new Date(what.until) <= clock.now())
    return { forbidden: "this preview is over, or not yours: begin another, or leave the header out" };
  const { accountId } = viewer;
  const groups =
    what.groupIds.length === 0 ? [] : await db.inAccount(accountId, (tx) => findGroups(tx, accountId, what.groupIds));
  const groupIds = groups.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id);
  return { viewer: viewerOf(viewer, { ...what, groupIds }), expiresAt: what.until };
}

function viewerOf(by: MemberViewer, { role, groupIds, scopes, fieldIds, until }: Previewed): Viewer {
  const { accountId, memberId } = by;
  const preview: Preview = { by, until };
  switch (role) {
    case "admin":
    case "coordinator":
    case "privacy_officer":
      return { kind: "member", accountId, memberId, role, groupIds, preview };
    case "integration":
    case "hr_sync":
      return {
        kind: "api_client",
        accountId,
        clientId: memberId,
        purpose: role,
        scopes,
        fieldGrants: fieldIds,
        preview,
      };
    default:
      return role satisfies never;
  }
}
