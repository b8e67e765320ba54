import "reflect-metadata";
import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node.type.js";
import { Studio } from "../studio/studio.stub.js";
import type { CollectionRow } from "./collection.table.js";
import type { CollectionState } from "./collection.values.js";

const CollectionStateEnum = { KEPT: "kept", REMOVING: "removing", REMOVED: "removed" } as const satisfies Record<
  string,
  CollectionState
>;

registerEnumType(CollectionStateEnum, {
  name: "CollectionState",
  description: "Where a collection is in its life.",
  valuesConfig: {
    KEPT: { description: "Its media are kept until staff remove it." },
    REMOVING: { description: "Its removal is confirmed, and can be called off until `removesAt`." },
    REMOVED: { description: "Its media are gone for good." },
  },
});

/** A studio's media as one thing. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A studio's media as one thing: kept until staff remove it.",
})
export class Collection extends Node {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => CollectionStateEnum, { description: "Where it is in its life." })
  state: CollectionState;

  @Field(() => Studio, { description: "Whose media it holds." })
  studio: Studio;

  @Field(() => Boolean, { description: "Whether it holds whatever the studio holds, or a selection." })
  wholeStudio: boolean;

  @Field(() => Date, { nullable: true, description: "When its media go, while it is being removed." })
  removesAt: Date | null;

  @Field(() => Date, { description: "When it was made." })
  createdAt: Date;

  constructor(readonly row: CollectionRow) {
    super();
    const { name, state, wholeStudio, removesAt, createdAt } = row;
    Object.assign(this, { name, state, wholeStudio, removesAt, createdAt });
    this.id = toGlobalId("Collection", row.id);
    this.studio = new Studio(row.studioId);
  }
}

@ObjectType({ simpleResolvers: true, description: "What would go with a collection now." })
export class CollectionRemovalPreview {
  @Field(() => Int, { description: "How many submissions." })
  submissions: number;

  @Field(() => Int, { description: "Of how many contacts." })
  contacts: number;

  @Field(() => Int, { description: "How many photos." })
  photos: number;

  @Field(() => Int, { description: "How many pictures in the store: originals, and what was made of them." })
  pictures: number;

  @Field(() => Float, { description: "How many bytes they have." })
  bytes: number;

  @Field(() => Int, { description: "How many submissions stay until a restriction of processing is lifted." })
  held: number;

  @Field(() => String, { description: "Confirms the removal of exactly this: pass it to `removeCollection`." })
  token: string;
}

export const { Connection: CollectionConnection } = connectionOf("Collection", () => Collection);
