import { Field, ID, InterfaceType } from "type-graphql";

/** Relay's Node: an object that a global id finds again. */
@InterfaceType({ description: "An object with a global id (Relay)." })
export abstract class Node {
  @Field(() => ID, { description: "The global id: opaque, and unique over all types." })
  id: string;
}
