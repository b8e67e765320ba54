import { Directive, ObjectType } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node/node.type.js";

/** Studio-configuration's studio, to which identity adds nothing. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "Where a company collects its people's headshots.",
})
export class Studio extends Node {
  constructor(studioId: string) {
    super();
    this.id = toGlobalId("Studio", studioId);
  }
}
