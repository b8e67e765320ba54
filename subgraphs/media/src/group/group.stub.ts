import { Directive, Field, ID, ObjectType } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node.type.js";

/** Identity's group, to which media adds nothing. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A set of contacts, by which coordinators are given their part of an account.",
})
export class Group extends Node {
  @Field(() => ID, { description: "The group's global id." })
  override id: string;

  constructor(groupId: string) {
    super();
    this.id = toGlobalId("Group", groupId);
  }
}
