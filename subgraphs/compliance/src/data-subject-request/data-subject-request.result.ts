import { Field, ObjectType, createUnionType } from "type-graphql";
import {
  DataSubjectRequestDuplicate,
  DataSubjectRequestInvalid,
  DataSubjectRequestNotOpen,
  DataSubjectStudioUnknown,
  DataSubjectUnidentified,
  TooManyDataSubjectRequests,
} from "./data-subject-request.errors.js";
import { DataSubjectRequest } from "./data-subject-request.type.js";

@ObjectType({ description: "The request is on record." })
export class FiledDataSubjectRequest {
  constructor(dataSubjectRequest: DataSubjectRequest) {
    this.dataSubjectRequest = dataSubjectRequest;
  }

  @Field(() => DataSubjectRequest, { description: "The request." })
  readonly dataSubjectRequest: DataSubjectRequest;
}

@ObjectType({
  description: "The contact has asked the same before, and an answer is still owed: this request joined that one.",
})
export class JoinedDataSubjectRequest {
  constructor(dataSubjectRequest: DataSubjectRequest) {
    this.dataSubjectRequest = dataSubjectRequest;
  }

  @Field(() => DataSubjectRequest, { description: "The request that stands, with its own deadline." })
  readonly dataSubjectRequest: DataSubjectRequest;
}

@ObjectType({
  description: "The request was taken in. The answer is the same whether the person is known or not.",
  simpleResolvers: true,
})
export class UnverifiedDataSubjectRequestFiled {
  @Field(() => Date, { description: "When it came in." })
  receivedAt: Date;

  @Field(() => Date, { description: "By when it is answered at the latest." })
  dueAt: Date;
}

@ObjectType({ description: "The request has gone on." })
export class DataSubjectRequestPayload {
  constructor(dataSubjectRequest: DataSubjectRequest) {
    this.dataSubjectRequest = dataSubjectRequest;
  }

  @Field(() => DataSubjectRequest, { description: "The request as it is now." })
  readonly dataSubjectRequest: DataSubjectRequest;
}

export const FileDataSubjectRequestResult = createUnionType({
  name: "FileDataSubjectRequestResult",
  description: "The request, or the one that it joined, or why it was not taken.",
  types: () =>
    [FiledDataSubjectRequest, JoinedDataSubjectRequest, DataSubjectRequestInvalid, TooManyDataSubjectRequests] as const,
});

export const FileUnverifiedDataSubjectRequestResult = createUnionType({
  name: "FileUnverifiedDataSubjectRequestResult",
  description: "That the request was taken in, or why not.",
  types: () =>
    [
      UnverifiedDataSubjectRequestFiled,
      DataSubjectStudioUnknown,
      DataSubjectRequestInvalid,
      TooManyDataSubjectRequests,
    ] as const,
});

export const IdentifyDataSubjectResult = createUnionType({
  name: "IdentifyDataSubjectResult",
  description: "The request with its contact, or why it has none.",
  types: () => [DataSubjectRequestPayload, DataSubjectRequestNotOpen, DataSubjectRequestDuplicate] as const,
});

export const DecideDataSubjectRequestResult = createUnionType({
  name: "DecideDataSubjectRequestResult",
  description: "The request as decided, or why it was not.",
  types: () =>
    [DataSubjectRequestPayload, DataSubjectRequestNotOpen, DataSubjectUnidentified, DataSubjectRequestInvalid] as const,
});

export const WithdrawDataSubjectRequestResult = createUnionType({
  name: "WithdrawDataSubjectRequestResult",
  description: "The request as withdrawn, or why it was not.",
  types: () => [DataSubjectRequestPayload, DataSubjectRequestNotOpen] as const,
});
