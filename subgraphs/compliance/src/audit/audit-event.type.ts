import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Actor } from "@studio/kit/auth/viewer.js";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { Node } from "../node.type.js";

/** Who can act, as the graph names it. */
export const AuditActorKind = {
  ANONYMOUS: "anonymous",
  CONTACT: "contact",
  MEMBER: "member",
  API_CLIENT: "api_client",
  STAFF: "staff",
  SYSTEM: "system",
} as const satisfies Record<string, Actor["kind"]>;

registerEnumType(AuditActorKind, {
  name: "AuditActorKind",
  description: "Who acted.",
  valuesConfig: {
    ANONYMOUS: { description: "Somebody not signed in." },
    CONTACT: { description: "A person whose photos are collected." },
    MEMBER: { description: "A person working for the account." },
    API_CLIENT: { description: "A program of the account, by API key." },
    STAFF: { description: "Platform staff, under a support grant." },
    SYSTEM: { description: "The platform by itself: a job or a sweep." },
  },
});

/** One entry of the audit trail. Ids are pseudonymous; no value of a person is in it. */
@ObjectType({
  implements: Node,
  description: "One entry of the account's audit trail: who did what to what, and when. It holds ids, never values.",
  simpleResolvers: true,
})
export class AuditEvent extends Node {
  @Field(() => Int, { description: "Its place in the account's chain, from 1 without gaps." })
  position: number;

  @Field(() => Date, { description: "When it happened." })
  at: Date;

  @Field(() => AuditActorKind, { description: "What kind of actor it was." })
  actorKind: Actor["kind"];

  @Field(() => ID, { nullable: true, description: "Who it was: a global id, or the name of a part of the platform." })
  actorId: string | null;

  @Field(() => String, { description: "What was done, for example `consent.given`." })
  action: string;

  @Field(() => String, { description: "The type of what it was done to, for example `Contact`." })
  subjectType: string;

  @Field(() => ID, { description: "The global id of what it was done to." })
  subjectId: string;

  @Field(() => String, { nullable: true, description: "Why, where the actor had to say." })
  reason: string | null;

  @Field(() => String, { nullable: true, description: "The id of the request in which it happened." })
  requestId: string | null;

  @Field(() => [String], { description: "The names of what changed." })
  fields: string[];
}

export const { Edge: AuditEventEdge, Connection: AuditEventConnection } = connectionOf("AuditEvent", () => AuditEvent);
