import { Field, ID, InputType, Int } from "type-graphql";
import { ContactFilter } from "../contact-list/contact-filter.input.js";
import { ContactOrder } from "../contact-list/contact-order.input.js";
import { idInput } from "../id-input.js";

@InputType({ description: "A new view." })
export class CreateSavedViewInput {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => ContactFilter, { nullable: true, description: "Which contacts it shows." })
  filter?: ContactFilter | null;

  @Field(() => String, { nullable: true, description: "Words to find." })
  search?: string | null;

  @Field(() => [ContactOrder], { nullable: true, description: "By what it orders." })
  orderBy?: ContactOrder[] | null;
}

@InputType({ description: "A view's changes. What is left out stays; null takes it away." })
export class UpdateSavedViewInput {
  @Field(() => ID, { description: "The view's id." })
  id: string;

  @Field(() => Int, { description: "The version that was seen: a view that changed since is left as it is." })
  version: number;

  @Field(() => String, { nullable: true, description: "The name." })
  name?: string | null;

  @Field(() => ContactFilter, { nullable: true, description: "Which contacts it shows." })
  filter?: ContactFilter | null;

  @Field(() => String, { nullable: true, description: "Words to find." })
  search?: string | null;

  @Field(() => [ContactOrder], { nullable: true, description: "By what it orders." })
  orderBy?: ContactOrder[] | null;
}

export const DeleteSavedViewInput = idInput("DeleteSavedViewInput", "Which view to delete.", "The view's id.");
