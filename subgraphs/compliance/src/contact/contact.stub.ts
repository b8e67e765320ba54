import { Directive, ObjectType } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node.type.js";
import type { KnownContact } from "./contact.loader.js";

/** Identity's contact, to which this subgraph adds what they consented to. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: "A person whose photos are collected." })
export class Contact extends Node {
  /** What access decisions and fields are made from; not in the graph. */
  readonly known: KnownContact;

  constructor(known: KnownContact) {
    super();
    this.id = toGlobalId("Contact", known.facts.contactId);
    this.known = known;
  }
}
