import type { PreviewRole } from "./preview.enums.js";

/** What a program may be let to do. */
export const PROGRAM_SCOPES: readonly string[] = [
  "contacts:read",
  "contacts:write",
  "events:read",
  "photos:read",
  "studios:read",
];

/** The argument that the role has no use for, or null. */
export function misplaced(asked: {
  role: PreviewRole;
  groupIds: readonly string[];
  scopes: readonly string[];
  fieldIds: readonly string[];
}): "groupIds" | "scopes" | "fieldIds" | null {
  const isProgram = asked.role === "integration" || asked.role === "hr_sync";
  if (asked.role !== "coordinator" && asked.groupIds.length > 0) return "groupIds";
  if (!isProgram && asked.scopes.length > 0) return "scopes";
  return !isProgram && asked.fieldIds.length > 0 ? "fieldIds" : null;
}
