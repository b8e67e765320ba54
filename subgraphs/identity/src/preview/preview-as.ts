import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { after, hourMs } from "@studio/kit/clock.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { ContactFieldRow } from "../contact-field/contact-field.repository.js";
import { changeScope, type IdentityContext } from "../context.js";
import type { GroupRow } from "../group/manage-group.repository.js";
import { NotForPreviewRole } from "./preview.errors.js";
import type { PreviewAsInput } from "./preview.input.js";
import { PROGRAM_SCOPES, misplaced } from "./preview.policy.js";
import { PreviewAsPayload, type PreviewAsResult } from "./preview.result.js";
import { sealPreview } from "./preview-token.js";

const LIFETIME_MS = hourMs;

/**
 * Lets an owner look at the account as somebody else would, for an hour. That they began is in the audit trail.
 * @throws NOT_FOUND for a group or field that the account does not have
 */
export async function previewAs(context: IdentityContext, input: PreviewAsInput): Promise<typeof PreviewAsResult> {
  const owner = signedInMember(context);
  const { role, scopes } = input;
  const wrong = misplaced(input);
  if (wrong) return NotForPreviewRole.at(wrong);
  if (!scopes.every((scope) => PROGRAM_SCOPES.includes(scope))) return NotForPreviewRole.unknownScope(PROGRAM_SCOPES);
  const [groups, fields] = await Promise.all([groupsOf(context, input), fieldsOf(context, input)]);
  const until = after(context.services.clock.now(), LIFETIME_MS);
  const token = sealPreview(context.services.keys.preview, owner, {
    role,
    scopes,
    groupIds: groups.map(({ id }) => id),
    fieldIds: fields.map(({ id }) => id),
    until: until.toISOString(),
  });
  await changeState(changeScope(context, owner.accountId), async ({ audit }) => {
    const shown = [role, ...input.groupIds, ...scopes, ...input.fieldIds];
    audit({ action: "preview.begun", subjectType: "Member", subjectId: owner.memberId, fields: shown });
  });
  return Object.assign(new PreviewAsPayload(), { token, preview: { role, groups, scopes, fields, until } });
}

function groupsOf({ loaders }: IdentityContext, { groupIds }: PreviewAsInput): Promise<GroupRow[]> {
  return Promise.all(
    groupIds.map(async (id) => {
      const group = await loaders.groupById.load(fromGlobalId("Group", id));
      if (!group || group.archivedAt !== null) throw notFound("group");
      return group;
    }),
  );
}

async function fieldsOf({ loaders }: IdentityContext, { fieldIds }: PreviewAsInput): Promise<ContactFieldRow[]> {
  const known = new Map((await loaders.contactFields()).map((field) => [field.id, field]));
  return fieldIds.map((id) => {
    const field = known.get(fromGlobalId("ContactField", id));
    if (!field) throw notFound("contactfield");
    return field;
  });
}
