import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { notFound } from "@studio/kit/error/codes.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { resolveContact } from "../contact/contact.reference.js";
import { Contact } from "../contact/contact.stub.js";
import type { ComplianceContext } from "../context.js";
import {
  DenialGroundEnum,
  RequestKindEnum,
  RequestOriginEnum,
  RequestStatusEnum,
} from "./data-subject-request.enums.js";
import { DataSubjectRequestListArgs } from "./data-subject-request.input.js";
import { resolveDataSubjectRequest } from "./data-subject-request.reference.js";
import { countByStatus } from "./data-subject-request.repository.js";
import {
  DataSubjectClaimant,
  DataSubjectRequest,
  DataSubjectRequestConnection,
  DataSubjectRequestCount,
  DataSubjectRequestStep,
} from "./data-subject-request.type.js";
import { listDataSubjectRequests } from "./list-data-subject-requests.js";

/** A request's fields, each guarded by the access table's row for its contact, and the ways to find requests. */
@Resolver(() => DataSubjectRequest)
export class DataSubjectRequestResolver {
  @Query(() => DataSubjectRequest, {
    nullable: true,
    description: "One rights request. Another account's, or for a contact another contact's, is not found.",
  })
  async dataSubjectRequest(
    @Arg("id", () => ID, { description: "The request's id." }) id: string,
    @Ctx() context: ComplianceContext,
  ): Promise<DataSubjectRequest> {
    const found = await resolveDataSubjectRequest({ id }, context);
    if (!found) throw notFound("request");
    return found;
  }

  @Query(() => DataSubjectRequestConnection, {
    nullable: true,
    description:
      "The account's rights requests, the one due first at the head. Those of contacts under restriction are left out unless a purpose is stated, and for admins always.",
  })
  dataSubjectRequests(
    @Args(() => DataSubjectRequestListArgs) args: DataSubjectRequestListArgs,
    @Ctx() context: ComplianceContext,
  ) {
    const { accountId } = context.viewer;
    if (accountId === null) throw notFound("account");
    return listDataSubjectRequests(context, accountId, args);
  }

  @Query(() => [DataSubjectRequestCount], {
    nullable: true,
    description: "How many rights requests the whole platform holds by status, for its staff: numbers alone.",
  })
  dataSubjectRequestCounts(@Ctx() { db }: ComplianceContext): Promise<DataSubjectRequestCount[]> {
    return db.inDirectory((tx) => countByStatus(tx));
  }

  @FieldResolver(() => RequestKindEnum, { nullable: true, description: "What is asked for." })
  kind(@Root() { row }: DataSubjectRequest) {
    return row.kind;
  }

  @FieldResolver(() => RequestStatusEnum, { nullable: true, description: "Where it is in its life." })
  status(@Root() { row }: DataSubjectRequest) {
    return row.status;
  }

  @FieldResolver(() => RequestOriginEnum, { nullable: true, description: "How it came in." })
  origin(@Root() { row }: DataSubjectRequest) {
    return row.origin;
  }

  @FieldResolver(() => Date, { nullable: true, description: "When it came in." })
  receivedAt(@Root() { row }: DataSubjectRequest) {
    return row.receivedAt;
  }

  @FieldResolver(() => Date, { nullable: true, description: "By when it is to be answered: 30 days from receipt." })
  dueAt(@Root() { row }: DataSubjectRequest) {
    return row.dueAt;
  }

  @FieldResolver(() => Date, { nullable: true, description: "When it was approved or denied; null if it was not." })
  decidedAt(@Root() { row }: DataSubjectRequest) {
    return row.decidedAt;
  }

  @FieldResolver(() => DenialGroundEnum, { nullable: true, description: "The ground on which it was denied." })
  denialGround(@Root() { row }: DataSubjectRequest) {
    return row.denialGround;
  }

  @FieldResolver(() => String, { nullable: true, description: "What the person said about it." })
  statement(@Root() { row }: DataSubjectRequest, @Ctx() { words }: ComplianceContext): string | null {
    return row.statement && words.open(row, "statement", row.statement);
  }

  @FieldResolver(() => String, { nullable: true, description: "What the person was told with the decision." })
  explanation(@Root() { row }: DataSubjectRequest, @Ctx() { words }: ComplianceContext): string | null {
    return row.explanation && words.open(row, "explanation", row.explanation);
  }

  @FieldResolver(() => DataSubjectClaimant, {
    nullable: true,
    description: "Who they said they are, where it came by the public form.",
  })
  claimant(@Root() { row }: DataSubjectRequest, @Ctx() { words }: ComplianceContext): DataSubjectClaimant | null {
    return row.claimant && (JSON.parse(words.open(row, "claimant", row.claimant)) as DataSubjectClaimant);
  }

  @FieldResolver(() => Contact, { nullable: true, description: "The contact who asks, once that is known." })
  async contact(@Root() { row }: DataSubjectRequest, @Ctx() context: ComplianceContext): Promise<Contact | null> {
    return row.contactId === null ? null : resolveContact({ id: toGlobalId("Contact", row.contactId) }, context);
  }

  @FieldResolver(() => [DataSubjectRequestStep], { nullable: true, description: "What has happened to it, in order." })
  steps(@Root() { row }: DataSubjectRequest, @Ctx() { loaders }: ComplianceContext) {
    return loaders.stepsByRequest.load(row.id);
  }
}
