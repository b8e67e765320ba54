import { Field, ObjectType, createUnionType } from "type-graphql";
import { AccountClosing } from "../account/account.errors.js";
import { InvalidValue } from "../contact/contact-value.errors.js";
import { GroupArchived } from "../group/group.errors.js";
import { StudioNotPublished } from "../invitation/invitation.errors.js";
import { BulkActionOver, BulkTargetTooLarge } from "./bulk-action.errors.js";
import { BulkAction } from "./bulk-action.type.js";

@ObjectType({ description: "The bulk action waits for its turn.", simpleResolvers: true })
export class StartBulkActionPayload {
  @Field(() => BulkAction, { description: "The action: ask for it again to see how far it is." })
  bulkAction: BulkAction;
}

@ObjectType({ description: "The bulk action is stopped; what was done stays.", simpleResolvers: true })
export class CancelBulkActionPayload {
  @Field(() => BulkAction, { description: "The action, as far as it came." })
  bulkAction: BulkAction;
}

export const StartBulkActionResult = createUnionType({
  name: "StartBulkActionResult",
  description: "What came of starting a bulk action.",
  types: () =>
    [
      StartBulkActionPayload,
      InvalidValue,
      BulkTargetTooLarge,
      GroupArchived,
      StudioNotPublished,
      AccountClosing,
    ] as const,
});

export const CancelBulkActionResult = createUnionType({
  name: "CancelBulkActionResult",
  description: "What came of stopping a bulk action.",
  types: () => [CancelBulkActionPayload, BulkActionOver] as const,
});
