import type { MemberViewer } from "@studio/kit/auth/viewer.js";

const MAX_NAME = 100;

/** A view's name, trimmed; null if it is none. */
export function readViewName(text: string): string | null {
  const name = text.trim().normalize("NFC");
  return name.length > 0 && name.length <= MAX_NAME && !/[\p{Cc}\p{Cs}]/u.test(name) ? name : null;
}

/** Whether a member may change or delete a view. */
export function mayChangeView(viewer: MemberViewer, view: { createdBy: string }): boolean {
  return viewer.role === "owner" || viewer.role === "admin" || viewer.memberId === view.createdBy;
}
