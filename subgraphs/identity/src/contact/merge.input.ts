import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "The versions that were read: if either contact changed since, nothing is merged." })
export class MergeVersions {
  @Field(() => Int, { description: "The survivor's version." })
  survivor: number;

  @Field(() => Int, { description: "The duplicate's version." })
  duplicate: number;
}

@InputType({ description: "Two contacts that are one person." })
export class MergeContactsInput {
  @Field(() => ID, { description: "The contact that stays: its own values win." })
  survivorId: string;

  @Field(() => ID, { description: "The contact that is set aside: it fills what the survivor lacks." })
  duplicateId: string;

  @Field(() => MergeVersions, { nullable: true, description: "The versions that were read, to merge nothing else." })
  ifVersions?: MergeVersions | null;
}

@InputType({ description: "A merge to undo." })
export class UndoMergeInput {
  @Field(() => ID, { description: "The contact that was merged into another." })
  duplicateId: string;
}
