import type { Viewer } from "@studio/kit/auth/viewer.js";

/** The scope by which an API client or a support grant reads studios. */
export const STUDIO_READ_SCOPE = "studios:read";

/** Which studios exist for a viewer, beyond the pages that everybody may open. */
export type StudioReach =
  | { kind: "none" }
  | { kind: "one"; accountId: string; studioId: string }
  | { kind: "account"; accountId: string };

const NONE: StudioReach = { kind: "none" };

/** A contact has their studio; who works for the account, or has the scope, has the account's. */
export function studioReach(viewer: Viewer): StudioReach {
  switch (viewer.kind) {
    case "anonymous":
      return NONE;
    case "contact":
      return { kind: "one", accountId: viewer.accountId, studioId: viewer.studioId };
    case "member":
      return { kind: "account", accountId: viewer.accountId };
    case "api_client":
      return viewer.scopes.includes(STUDIO_READ_SCOPE) ? { kind: "account", accountId: viewer.accountId } : NONE;
    case "staff":
      if (viewer.accountId === null || viewer.grantId === null) return NONE;
      return viewer.scopes.includes(STUDIO_READ_SCOPE) ? { kind: "account", accountId: viewer.accountId } : NONE;
    default:
      return viewer satisfies never;
  }
}

/** Whether a studio exists for the viewer, published or not. */
export function reaches(viewer: Viewer, studio: { accountId: string; studioId: string }): boolean {
  const reach = studioReach(viewer);
  switch (reach.kind) {
    case "none":
      return false;
    case "one":
      return reach.accountId === studio.accountId && reach.studioId === studio.studioId;
    case "account":
      return reach.accountId === studio.accountId;
    default:
      return reach satisfies never;
  }
}

/** Whether the viewer sees how an account's studios are set up: those who run them, not those who visit. */
export function seesSettings(viewer: Viewer, accountId: string): boolean {
  const reach = studioReach(viewer);
  return reach.kind === "account" && reach.accountId === accountId;
}
