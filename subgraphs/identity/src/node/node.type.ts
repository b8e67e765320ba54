import { Field, ID, InterfaceType } from "type-graphql";

/** Relay's global object identification: whatever has an id that is unique over the whole graph. */
@InterfaceType({
  description: "An object with a global id (Relay).",
  resolveType: (found: { nodeType: string }) => found.nodeType,
})
export abstract class Node {
  @Field(() => ID, { description: "The global id: opaque, and unique over all types." })
  id: string;
}
