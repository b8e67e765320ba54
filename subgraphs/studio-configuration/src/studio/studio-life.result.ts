import { Field, ObjectType, createUnionType } from "type-graphql";
import { StudioStateConflict } from "./studio.errors.js";
import { Studio } from "./studio.type.js";

/** What every step of a studio's life answers with. */
@ObjectType()
abstract class MovedStudio {
  @Field(() => Studio, { description: "The studio as it is now." })
  readonly studio: Studio;

  constructor(studio: Studio) {
    this.studio = studio;
  }
}

@ObjectType({ description: "The studio is open." })
export class PublishStudioPayload extends MovedStudio {}

@ObjectType({ description: "The studio is closed for now." })
export class PauseStudioPayload extends MovedStudio {}

@ObjectType({ description: "The studio is open again." })
export class ResumeStudioPayload extends MovedStudio {}

@ObjectType({ description: "The studio is closed for good." })
export class ArchiveStudioPayload extends MovedStudio {}

export const PublishStudioResult = createUnionType({
  name: "PublishStudioResult",
  description: "The published studio, or why it stays as it is.",
  types: () => [PublishStudioPayload, StudioStateConflict] as const,
});

export const PauseStudioResult = createUnionType({
  name: "PauseStudioResult",
  description: "The paused studio, or why it stays as it is.",
  types: () => [PauseStudioPayload, StudioStateConflict] as const,
});

export const ResumeStudioResult = createUnionType({
  name: "ResumeStudioResult",
  description: "The resumed studio, or why it stays as it is.",
  types: () => [ResumeStudioPayload, StudioStateConflict] as const,
});

export const ArchiveStudioResult = createUnionType({
  name: "ArchiveStudioResult",
  description: "The archived studio, or why it stays as it is.",
  types: () => [ArchiveStudioPayload, StudioStateConflict] as const,
});
