import "reflect-metadata";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { Node } from "../node.type.js";
import { Studio } from "../studio/studio.stub.js";
import { stateOf, type GalleryState } from "./gallery.policy.js";
import type { GalleryRow } from "./gallery.table.js";

const GalleryStateEnum = { OPEN: "open", LOCKED: "locked", EXPIRED: "expired" } as const satisfies Record<
  string,
  GalleryState
>;

registerEnumType(GalleryStateEnum, {
  name: "GalleryState",
  description: "Where a gallery is in its life.",
  valuesConfig: {
    OPEN: { description: "Its link shows the headshots." },
    LOCKED: { description: "Staff closed it." },
    EXPIRED: { description: "Its time is over." },
  },
});

/** Headshots of a studio under a link. */
@ObjectType({ implements: Node, simpleResolvers: true, description: "Headshots of a studio, shown under a link." })
export class Gallery extends Node {
  @Field(() => String, { description: "Its name, which visitors see." })
  name: string;

  @Field(() => GalleryStateEnum, { description: "Where it is in its life." })
  state: GalleryState;

  @Field(() => Studio, { description: "Whose headshots it shows." })
  studio: Studio;

  @Field(() => Boolean, { description: "Whether it shows the whole studio as it stands, or a selection." })
  wholeStudio: boolean;

  @Field(() => Boolean, { description: "Whether visitors need a PIN." })
  hasPin: boolean;

  @Field(() => Date, { description: "When it expires." })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was closed." })
  lockedAt: Date | null;

  @Field(() => Date, { description: "When it was made." })
  createdAt: Date;

  constructor(
    readonly row: GalleryRow,
    at: Date,
  ) {
    super();
    const { name, wholeStudio, expiresAt, lockedAt, createdAt } = row;
    Object.assign(this, { name, wholeStudio, expiresAt, lockedAt, createdAt });
    this.id = toGlobalId("Gallery", row.id);
    this.studio = new Studio(row.studioId);
    this.hasPin = row.pinDigest !== null;
    this.state = stateOf(row, at);
  }
}

export const { Connection: GalleryConnection } = connectionOf("Gallery", () => Gallery);
