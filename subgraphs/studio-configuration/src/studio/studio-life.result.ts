import { ObjectType, createUnionType } from "type-graphql";
import { StudioStateConflict } from "./studio.errors.js";
import { ChangedStudio } from "./studio.result.js";

@ObjectType({ description: "The studio is open." })
export class PublishStudioPayload extends ChangedStudio {}

@ObjectType({ description: "The studio is closed for now." })
export class PauseStudioPayload extends ChangedStudio {}

@ObjectType({ description: "The studio is open again." })
export class ResumeStudioPayload extends ChangedStudio {}

@ObjectType({ description: "The studio is closed for good." })
export class ArchiveStudioPayload extends ChangedStudio {}

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
