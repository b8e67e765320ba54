import { Field, ID, InputType } from "type-graphql";
import { PreviewRoleEnum, type PreviewRole } from "./preview.enums.js";

@InputType({ description: "As whom to look. What is left out they do not have." })
export class PreviewAsInput {
  @Field(() => PreviewRoleEnum, { description: "The role, or the kind of program." })
  role: PreviewRole;

  @Field(() => [ID], { defaultValue: [], description: "The groups of a coordinator." })
  groupIds: string[];

  @Field(() => [String], { defaultValue: [], description: "The scopes of a program, for example `contacts:read`." })
  scopes: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: "The custom fields that a program is granted, or that are mapped for it.",
  })
  fieldIds: string[];
}
