import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { leavesTrace } from "../access/access-to.js";
import { audienceOf } from "../access/audience.js";
import { cellAt, decideFieldAccess, type AccessFacts, type Ground } from "../access/decide-field-access.js";
import { decideFieldExport } from "../access/decide-field-export.js";
import { decideFieldWrite } from "../access/decide-field-write.js";
import { CELL_LEGEND, ROW_NAMES } from "../access/print-matrix.js";
import { useOf } from "../access/use-of.js";
import { standardField } from "../contact-list/list-field.js";
import { findVisibleContact } from "../contact/contact.facts.js";
import { accountOf, type IdentityContext } from "../context.js";
import { findShowsOriginals } from "../studio/published-studio.repository.js";
import { explainedViewer } from "./explained-viewer.js";
import type { Outcome } from "./field-access.enums.js";
import type { ExplainFieldAccessArgs } from "./field-access.input.js";
import type { FieldAccess, FieldAccessDecision } from "./field-access.type.js";
import { namedField } from "./named-field.js";

/**
 * What somebody may do with a field of a contact, by the very functions that decide when they ask, and what decided.
 * @throws NOT_FOUND for whatever does not exist for the one who asks for the explanation
 */
export async function explainFieldAccess(context: IdentityContext, args: ExplainFieldAccessArgs): Promise<FieldAccess> {
  const { loaders } = context;
  const contact = await findVisibleContact(fromGlobalId("Contact", args.contact), context);
  if (!contact) throw notFound("contact");
  const restricted = contact.restrictedAt !== null;
  const told =
    !restricted || readsGroupsOfRestricted(context) ? await loaders.groupIdsByContact.load(contact.id) : null;
  const known = { contactId: contact.id, groupIds: told ?? [SOME_GROUP], restricted };
  const { label, row, facts: about } = namedField(args.field, await loaders.contactFields());
  const { viewer, signsIn } = await explainedViewer(context, args.viewer, known);
  const studioAllowsOriginal = await showsOriginals(context, args.studio);
  const groupIds = told ?? (viewer.kind === "member" ? viewer.groupIds : []);
  const facts: AccessFacts = { ...known, groupIds, ...about, studioAllowsOriginal, purpose: args.purpose ?? undefined };
  const audience = audienceOf(viewer, facts);
  // Whoever may not read the id is shown nothing of the contact, whatever the field's own row says.
  const isThere = decideFieldAccess(viewer, "idAndFlag", facts);
  const read = isThere.kind === "denied" ? isThere : decideFieldAccess(viewer, row, facts);
  return {
    field: label,
    audience,
    row: ROW_NAMES[row],
    cell: audience && CELL_LEGEND[cellAt(row, audience)].shown,
    read: decision(read),
    write: decision(decideFieldWrite(viewer, row, facts)),
    exported: decision(isThere.kind === "denied" ? isThere : decideFieldExport(viewer, row, facts)),
    recorded: leavesTrace(row, read) || (audience === "staff_with_grant" && read.kind !== "denied"),
    signsIn,
  };
}

const SOME_GROUP = "some-group";

/**
 * Whether the asker may learn which groups a contact under restriction is in. Who may not is told of a coordinator as of
 * one who has the contact, whichever groups they have.
 */
function readsGroupsOfRestricted(context: IdentityContext): boolean {
  const use = useOf(context, standardField("group").row, {}, "contacts by group");
  return use.kind === "use" && !use.hidesRestricted;
}

async function showsOriginals(context: IdentityContext, studio: string | null | undefined): Promise<boolean> {
  if (studio == null) return false;
  const accountId = accountOf(context);
  const id = fromGlobalId("Studio", studio);
  const shows = await context.services.db.inAccount(accountId, (tx) => findShowsOriginals(tx, accountId, id));
  if (shows === null) throw notFound("studio");
  return shows;
}

function decision({ kind, by, reason }: Ground & { kind: Outcome }): FieldAccessDecision {
  return { outcome: kind, decidedBy: by, reason };
}
