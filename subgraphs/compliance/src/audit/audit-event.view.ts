import type { Actor } from "@studio/kit/auth/viewer.js";
import { isId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { AuditEvent } from "./audit-event.type.js";
import type { AuditEventRow } from "./audit.repository.js";

/** The graph's type behind each kind of actor; the platform's parts have names instead of ids. */
const ACTOR_TYPES: Record<Actor["kind"], string> = {
  anonymous: "Anonymous",
  contact: "Contact",
  member: "Member",
  api_client: "ApiClient",
  staff: "Staff",
  system: "System",
};

/** An entry as the graph shows it. */
export function toAuditEvent(row: AuditEventRow): AuditEvent {
  const actorKind = row.actorKind as Actor["kind"];
  return {
    ...row,
    id: toGlobalId("AuditEvent", row.id),
    actorKind,
    actorId: row.actorId === null ? null : globalIdOr(ACTOR_TYPES[actorKind], row.actorId),
    subjectId: globalIdOr(row.subjectType, row.subjectId),
  };
}

function globalIdOr(type: string, id: string): string {
  return isId(id) ? toGlobalId(type, id) : id;
}
