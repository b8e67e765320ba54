import { Directive, Field, Int, ObjectType } from "type-graphql";
import type { Actor } from "@studio/kit/auth/viewer.js";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { AuditActorKind } from "../audit/audit-event.type.js";
import { Node } from "../node.type.js";
import { RequestStatusEnum, RequestStepEnum } from "./data-subject-request.enums.js";
import type { DataSubjectRequestRow } from "./data-subject-request.repository.js";
import type { RequestStatus, RequestStepKind } from "./data-subject-request.values.js";

@ObjectType({ description: "A step in a request's life.", simpleResolvers: true })
export class DataSubjectRequestStep {
  @Field(() => RequestStepEnum, { description: "What it was." })
  step: RequestStepKind;

  @Field(() => Date, { description: "When it was made." })
  at: Date;

  @Field(() => AuditActorKind, { description: "What kind of actor made it." })
  actorKind: Actor["kind"];
}

@ObjectType({
  description: "Who somebody says they are who filed a request without being signed in. Nobody has proven it.",
  simpleResolvers: true,
})
export class DataSubjectClaimant {
  @Field(() => String, { description: "The first name they gave." })
  firstName: string;

  @Field(() => String, { description: "The last name they gave." })
  lastName: string;

  @Field(() => String, { description: "The email address they gave, for an answer." })
  email: string;
}

/** A rights request. Its fields are in the resolver, each decided by the access table's row for its contact. */
@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: "What a person asks of the account about their data: access, erasure and the like (GDPR art. 15 to 21).",
})
export class DataSubjectRequest extends Node {
  constructor(readonly row: DataSubjectRequestRow) {
    super();
    this.id = toGlobalId("DataSubjectRequest", row.id);
  }
}

export const { Connection: DataSubjectRequestConnection } = connectionOf(
  "DataSubjectRequest",
  () => DataSubjectRequest,
);

@ObjectType({ description: "How many requests the platform holds in one status.", simpleResolvers: true })
export class DataSubjectRequestCount {
  @Field(() => RequestStatusEnum, { description: "The status." })
  status: RequestStatus;

  @Field(() => Int, { description: "How many, over all accounts." })
  count: number;
}
