import { ArgsType, Field, ID, InputType } from "type-graphql";
import { ForwardPageArgs } from "@studio/kit/paging/connection.js";
import { ContactFilter } from "../contact-list/contact-filter.input.js";
import { BulkActionKindEnum, BulkRowOutcomeEnum } from "./bulk-action.type.js";
import type { BulkActionKind, BulkRowOutcome } from "./bulk-action.values.js";
import { MAX_CONTACT_IDS } from "./bulk-action.policy.js";

@InputType({
  description:
    "The contacts of a list, by at least one of its fields; what several name must all hold. Fields that the viewer may not read in full are refused.",
})
export class MatchingContacts {
  @Field(() => ContactFilter, { nullable: true, description: "Contacts of which this holds; `{}` for every contact." })
  filter?: ContactFilter | null;

  @Field(() => String, { nullable: true, description: "Contacts whose names or email have these words." })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: "Contacts of a saved view; its search applies where none is given." })
  view?: string | null;
}

@InputType({ description: "Which contacts are meant: give exactly one of its fields." })
export class ContactTarget {
  @Field(() => [ID], { nullable: true, description: `These contacts, at most ${MAX_CONTACT_IDS}; each counts once.` })
  contactIds?: string[] | null;

  @Field(() => MatchingContacts, { nullable: true, description: "Every contact of a list, however many there are." })
  matching?: MatchingContacts | null;
}

@InputType({ description: "What to do, and to whom." })
export class StartBulkActionInput {
  @Field(() => BulkActionKindEnum, { description: "What to do." })
  kind: BulkActionKind;

  @Field(() => ID, { nullable: true, description: "The group, where contacts are added to or removed from one." })
  groupId?: string | null;

  @Field(() => ID, { nullable: true, description: "The studio, where contacts are invited." })
  studioId?: string | null;

  @Field(() => ID, { nullable: true, description: "The multi-select field, where an option is added or removed." })
  fieldId?: string | null;

  @Field(() => String, { nullable: true, description: "The id of that option." })
  optionId?: string | null;

  @Field(() => ContactTarget, {
    description:
      "The contacts, as they are when the action is started. Are there none, it is `FINISHED` at once, with a total of 0.",
  })
  target: ContactTarget;
}

@InputType({ description: "A bulk action to stop." })
export class CancelBulkActionInput {
  @Field(() => ID, { description: "The bulk action." })
  id: string;
}

@ArgsType()
export class BulkRowsArgs extends ForwardPageArgs {
  @Field(() => BulkRowOutcomeEnum, { nullable: true, description: "Only contacts of which this became." })
  outcome?: BulkRowOutcome | null;
}
