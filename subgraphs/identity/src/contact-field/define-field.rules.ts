import type { Viewer } from "@studio/kit/auth/viewer.js";
import { forbidden } from "@studio/kit/error/codes.js";
import type { Sensitivity } from "../access/access-table.js";
import { membersOnly } from "../viewer/members-only.js";
import { isSealed } from "./contact-field.policy.js";

/** Definitions are the account's admins'; those of confidential fields are its owners' (`ownerForSealed`). */
const mayDefineFields = membersOnly("mayDefineContactFields", ["owner", "admin"], "only owners and admins may");

/** @throws FORBIDDEN for anybody but an owner, if one of the fields is or becomes confidential */
export function ownerForSealed(viewer: Viewer, field: string, ...sensitivities: Sensitivity[]): void {
  if (viewer.kind === "member" && viewer.role === "owner") return;
  if (sensitivities.some(isSealed)) throw forbidden(field, "only an owner defines fields of sensitivity L2 or L3");
}

export const defineFieldRules = {
  Query: {
    previewContactFieldDeletion: mayDefineFields,
    previewFieldMigration: mayDefineFields,
    contactFieldRuns: mayDefineFields,
  },
  Mutation: {
    createContactField: mayDefineFields,
    updateContactField: mayDefineFields,
    deprecateContactField: mayDefineFields,
    archiveContactField: mayDefineFields,
    reinstateContactField: mayDefineFields,
    deleteContactField: mayDefineFields,
    migrateFieldValues: mayDefineFields,
  },
};
