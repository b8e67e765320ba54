import { Directive, Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { Contact } from "../contact/contact.type.js";
import { graphqlEnum } from "../graphql-enum.js";
import { Node } from "../node/node.type.js";
import { Studio } from "../studio/studio.stub.js";
import type { InvitationStatus } from "./invitation.policy.js";

export const InvitationStatusEnum = graphqlEnum<InvitationStatus>(
  "InvitationStatus",
  "Where an invitation is in its life.",
  {
    queued: "Its mail waits to leave.",
    sent: "Its mail has left.",
    opened: "Somebody looked at its link: the person, or a mail scanner on their behalf.",
    accepted: "It was accepted: the email is proven.",
    expired: "Its time is over; it may be sent again.",
    revoked: "It was withdrawn, or the contact's email changed or they were set aside since.",
  },
);

@Directive('@key(fields: "id")')
@ObjectType({ description: "A contact's private invitation to a studio.", implements: Node, simpleResolvers: true })
export class Invitation extends Node {
  @Field(() => ID, { description: "The invitation's global id." })
  override id: string;

  @Field(() => InvitationStatusEnum, { description: "Where it is in its life." })
  status: InvitationStatus;

  @Field(() => Contact, { description: "Who is invited." })
  contact: Contact;

  @Field(() => Studio, { nullable: true, description: "The studio they are invited to." })
  studio: Studio | null;

  @Field(() => Date, { description: "When it was first asked for." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When the mail with its link left; null while it waits." })
  sentAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When its link was first looked at." })
  openedAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When it was accepted." })
  acceptedAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When it was withdrawn." })
  revokedAt: Date | null;

  @Field(() => Date, { description: "Until when its link may be followed." })
  expiresAt: Date;
}

export const { Edge: InvitationEdge, Connection: InvitationConnection } = connectionOf("Invitation", () => Invitation);
export type InvitationConnection = InstanceType<typeof InvitationConnection>;

@ObjectType({ description: "What a contact's invitation offers to whoever holds its link.", simpleResolvers: true })
export class ContactInvitationOffer {
  @Field(() => String, { description: "The account that invites." })
  accountName: string;

  @Field(() => String, { description: "The studio." })
  studioName: string;

  @Field(() => Date, { description: "Until when the offer stands." })
  expiresAt: Date;
}
