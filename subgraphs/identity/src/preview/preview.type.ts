import { Field, ObjectType } from "type-graphql";
import { ContactField } from "../contact-field/contact-field.type.js";
import { Group } from "../group/group.type.js";
import { PreviewRoleEnum, type PreviewRole } from "./preview.enums.js";

@ObjectType({
  description: "An owner's look at the account as somebody else sees it: read-only, and never more than their own.",
  simpleResolvers: true,
})
export class Preview {
  @Field(() => PreviewRoleEnum, { description: "As whom they look." })
  role: PreviewRole;

  @Field(() => [Group], {
    description: "The groups that a coordinator would have; those set aside meanwhile are gone.",
  })
  groups: Group[];

  @Field(() => [String], { description: "The scopes that a program would have." })
  scopes: string[];

  @Field(() => [ContactField], { description: "The custom fields that a program would be granted." })
  fields: ContactField[];

  @Field(() => Date, { description: "When it is over." })
  until: Date;
}
