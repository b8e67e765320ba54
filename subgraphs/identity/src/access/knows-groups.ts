import type { Viewer } from "@studio/kit/auth/viewer.js";

/** Said wherever groups are closed to somebody. */
export const GROUPS_ARE_FOR_MEMBERS = "groups are for the account's members";

/** Whether groups are anything to the viewer: they are how members divide an account, and nobody else is told of them. */
export function knowsGroups(viewer: Viewer): boolean {
  return viewer.kind === "member";
}
