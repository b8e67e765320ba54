import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { ComplianceContext } from "../context.js";
import { DataSubjectRequest } from "./data-subject-request.type.js";
import { factsOf, mayKnowRequest } from "./request-access.js";

/** The request of a global id, or null where there is none within the viewer's reach. */
export async function resolveDataSubjectRequest(
  { id }: { id: string },
  context: ComplianceContext,
): Promise<DataSubjectRequest | null> {
  const parsed = parseGlobalId(id);
  if (parsed?.type !== "DataSubjectRequest" || context.viewer.kind === "anonymous") return null;
  const row = await context.loaders.dataSubjectRequestById.load(parsed.id);
  return row !== null && mayKnowRequest(context, await factsOf(row, context)) ? new DataSubjectRequest(row) : null;
}
