import { Directive, ObjectType } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node.type.js";

/** Identity's contact, to which media adds what they submitted. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, simpleResolvers: true, description: "A person whose photos are collected." })
export class Contact extends Node {
  constructor(readonly contactId: string) {
    super();
    this.id = toGlobalId("Contact", contactId);
  }
}
