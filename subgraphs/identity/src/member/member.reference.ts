import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import type { MemberRow } from "./member.repository.js";
import { seesMembers } from "./member.rules.js";

/** A member of the viewer's account, or null: also where the viewer sees no members. */
export async function memberReference({ id }: { id: string }, context: IdentityContext): Promise<MemberRow | null> {
  const parsed = parseGlobalId(id);
  if (parsed?.type !== "Member" || !seesMembers(context.viewer)) return null;
  return context.loaders.memberById.load(parsed.id);
}
