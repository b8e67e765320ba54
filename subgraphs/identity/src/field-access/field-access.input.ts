import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { Purpose } from "@studio/kit/auth/purpose.js";
import type { Audience } from "../access/access-table.js";
import { AccessAudienceEnum, AccessPurposeEnum } from "./field-access.enums.js";

@InputType({ description: "Whose access to explain: exactly one of a member, a program, and a role." })
export class AccessViewerInput {
  @Field(() => ID, { nullable: true, description: "A member's id." })
  member?: string | null;

  @Field(() => ID, { nullable: true, description: "A program's id, as the audit trail names it." })
  apiClient?: string | null;

  @Field(() => AccessAudienceEnum, { nullable: true, description: "Anybody in this role." })
  role?: Audience | null;

  @Field(() => [ID], {
    nullable: true,
    description: "With the role of a coordinator: their groups. Left out, those that the contact is in.",
  })
  groupIds?: string[] | null;

  @Field(() => [String], {
    defaultValue: [],
    description: "With the role of a program, or of staff under a grant: their scopes.",
  })
  scopes: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: "With the role of a program: the custom fields that it is granted.",
  })
  fieldIds: string[];
}

@ArgsType()
export class ExplainFieldAccessArgs {
  @Field(() => AccessViewerInput, { description: "Whose access." })
  viewer: AccessViewerInput;

  @Field(() => ID, { description: "To which contact." })
  contact: string;

  @Field(() => String, {
    description:
      "To which field: `email`, the key of a custom field, or as an error names it, `Contact.customFields.office` or `Photo.original`.",
  })
  field: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "Of which studio, where the field is a photo's: it decides whether coordinators see originals. Left out, a studio that does not show them.",
  })
  studio?: string | null;

  @Field(() => AccessPurposeEnum, { nullable: true, description: "The purpose they would state, if any." })
  purpose?: Purpose | null;
}
