import { Field, ObjectType, createUnionType } from "type-graphql";
import { NotForPreviewRole } from "./preview.errors.js";
import { Preview } from "./preview.type.js";

@ObjectType({ description: "The preview may begin.", simpleResolvers: true })
export class PreviewAsPayload {
  @Field(() => Preview, { description: "What it shows." })
  preview: Preview;

  @Field(() => String, {
    description:
      "Opens the preview to whoever asked for it, beside their own credential: in the header Studio-Preview.",
  })
  token: string;
}

export const PreviewAsResult = createUnionType({
  name: "PreviewAsResult",
  description: "What came of asking for a preview.",
  types: () => [PreviewAsPayload, NotForPreviewRole] as const,
});
