import { Directive, Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { Node } from "../node/node.type.js";

@Directive('@key(fields: "id")')
@ObjectType({
  description: "A set of contacts, by which coordinators are given their part of an account.",
  implements: Node,
  simpleResolvers: true,
})
export class Group extends Node {
  @Field(() => ID, { description: "The group's global id." })
  override id: string;

  @Field(() => String, { description: "The name; no two groups in use have the same." })
  name: string;

  @Field(() => Date, { description: "When it was made." })
  createdAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When it was set aside: it then gives its coordinators nothing. Null while it is in use.",
  })
  archivedAt: Date | null;
}

export const { Connection: GroupConnection } = connectionOf("Group", () => Group);
export type GroupConnection = InstanceType<typeof GroupConnection>;
