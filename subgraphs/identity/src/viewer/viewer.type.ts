import { Field, ObjectType } from "type-graphql";
import type { MemberRole, Viewer as KitViewer } from "@studio/kit/auth/viewer.js";
import { Account } from "../account/account.type.js";
import { Contact } from "../contact/contact.type.js";
import { graphqlEnum } from "../graphql-enum.js";
import { MemberRoleEnum } from "../member/member.enums.js";
import { Preview } from "../preview/preview.type.js";

export type ViewerKind = KitViewer["kind"];

const ViewerKindEnum = graphqlEnum<ViewerKind>("ViewerKind", "What kind of caller is asking.", {
  anonymous: "Nobody known.",
  contact: "A contact, signed in for one studio.",
  member: "A person working for an account.",
  api_client: "A program of an account.",
  staff: "Platform staff.",
});

@ObjectType({ description: "Who is asking, as the platform understands it.", simpleResolvers: true })
export class Viewer {
  @Field(() => ViewerKindEnum, { description: "What kind of caller it is." })
  kind: ViewerKind;

  @Field(() => MemberRoleEnum, { nullable: true, description: "The member's role; null for others." })
  role: MemberRole | null;

  @Field(() => String, { nullable: true, description: "The member's name; null for others." })
  name: string | null;

  @Field(() => Account, { nullable: true, description: "The account they act in; null if there is none." })
  account: Account | null;

  @Field(() => Contact, { nullable: true, description: "The signed-in contact; null for others." })
  contact: Contact | null;

  @Field(() => Preview, { nullable: true, description: "As whom an owner looks; null outside a preview." })
  previewing: Preview | null;
}
