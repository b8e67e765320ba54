import { Directive, Field, ID, ObjectType } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node.type.js";

/** Identity's definition of a custom field, to which studio-configuration adds nothing. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A custom property that an account collects about its contacts.",
})
export class ContactField extends Node {
  @Field(() => ID, { description: "The field's global id: it never changes." })
  override id: string;

  constructor(fieldId: string) {
    super();
    this.id = toGlobalId("ContactField", fieldId);
  }
}
