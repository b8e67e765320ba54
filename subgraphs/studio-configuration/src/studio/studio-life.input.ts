import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "The draft to publish." })
export class PublishStudioInput {
  @Field(() => ID, { description: "The studio's global id." })
  id: string;
}

@InputType({ description: "The studio to close for now." })
export class PauseStudioInput {
  @Field(() => ID, { description: "The studio's global id." })
  id: string;
}

@InputType({ description: "The studio to open again." })
export class ResumeStudioInput {
  @Field(() => ID, { description: "The studio's global id." })
  id: string;
}

@InputType({ description: "The studio to close for good." })
export class ArchiveStudioInput {
  @Field(() => ID, { description: "The studio's global id." })
  id: string;
}
