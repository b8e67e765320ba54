import type { Actor } from "@studio/kit/auth/viewer.js";
import { badInput } from "@studio/kit/error/codes.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { AuditEventFilter } from "./audit-event.args.js";

/** A filter of the trail, read: null where nothing is asked. Ids are as the trail keeps them. */
export interface AuditSelection {
  actorIds: readonly string[] | null;
  actorKinds: readonly Actor["kind"][] | null;
  actions: readonly string[] | null;
  subjectIds: readonly string[] | null;
  subjectTypes: readonly string[] | null;
  from: Date | null;
  until: Date | null;
}

const MAX_VALUES = 100;

/** @throws BAD_USER_INPUT naming the argument, for a list that is too long or a text that no entry can hold */
export function readAuditFilter(filter: AuditEventFilter | null | undefined): AuditSelection {
  const list = (name: "actorIds" | "actions" | "subjectIds" | "subjectTypes") => {
    const values = filter?.[name] ?? null;
    const isGood = values === null || (values.length <= MAX_VALUES && values.every((value) => !value.includes("\0")));
    if (!isGood) throw badInput(`Give at most ${MAX_VALUES} texts.`, `filter.${name}`);
    return values;
  };
  return {
    actorIds: list("actorIds")?.map(storedId) ?? null,
    actorKinds: filter?.actorKinds ?? null,
    actions: list("actions"),
    subjectIds: list("subjectIds")?.map(storedId) ?? null,
    subjectTypes: list("subjectTypes"),
    from: filter?.at?.from ?? null,
    until: filter?.at?.until ?? null,
  };
}

/** The uuid inside a global id; the platform's parts, and staff, go by names of their own. */
function storedId(id: string): string {
  return parseGlobalId(id)?.id ?? id;
}
