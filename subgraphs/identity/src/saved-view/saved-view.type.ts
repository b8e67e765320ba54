import { GraphQLJSON } from "graphql-scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../node/node.type.js";

@Directive('@key(fields: "id")')
@ObjectType({
  description: "A way of looking at the account's contacts that its members share.",
  implements: Node,
  simpleResolvers: true,
})
export class SavedView extends Node {
  @Field(() => ID, { description: "The view's global id: pass it as `view` to `contacts`." })
  override id: string;

  @Field(() => String, { description: "The name; no two views have the same." })
  name: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "A `ContactFilter`, as it can be sent again; null for none, or where the viewer may not use it.",
  })
  filter: unknown;

  @Field(() => String, { nullable: true, description: "Words to find; null for none, or where the viewer may not." })
  search: string | null;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "A list of `ContactOrder`, as it can be sent again; null where the viewer may not use it.",
  })
  orderBy: unknown;

  @Field(() => Boolean, {
    description: "Whether the viewer may list contacts by it now: no field in it is closed to them, or gone.",
  })
  usable: boolean;

  @Field(() => Int, { description: "Grows with each change: send it back to change only what you saw." })
  version: number;

  @Field(() => Date, { description: "When it was made." })
  createdAt: Date;

  @Field(() => Date, { description: "When it last changed." })
  updatedAt: Date;
}
