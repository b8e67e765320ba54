import type { Preview, Viewer } from "./viewer.js";

/** The preview that a viewer is one of, if any. */
export function previewOf(viewer: Viewer): Preview | undefined {
  return viewer.kind === "member" || viewer.kind === "api_client" ? viewer.preview : undefined;
}

/** Who truly looks: whoever the audit trail names. */
export function askerOf(viewer: Viewer): Viewer {
  return previewOf(viewer)?.by ?? viewer;
}
