import { Field, ID, InputType } from "type-graphql";
import { idInput } from "../id-input.js";

@InputType({ description: "Whom to invite, and where." })
export class InviteContactInput {
  @Field(() => ID, { description: "The contact." })
  contactId: string;

  @Field(() => ID, { description: "The studio." })
  studioId: string;
}

@InputType({ description: "The link that came by mail." })
export class AcceptInvitationInput {
  @Field(() => String, { description: "The last part of the link." })
  token: string;
}

const ID_OF_INVITATION = "The invitation's id.";

export const ResendInvitationInput = idInput(
  "ResendInvitationInput",
  "Which invitation to send again.",
  ID_OF_INVITATION,
);
export const RevokeInvitationInput = idInput("RevokeInvitationInput", "Which one to withdraw.", ID_OF_INVITATION);
