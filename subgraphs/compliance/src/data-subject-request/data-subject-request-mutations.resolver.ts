import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { signedInContact, signedInMember } from "@studio/kit/auth/signed-in.js";
import { UserError } from "@studio/kit/error/user-error.js";
import type { ComplianceContext } from "../context.js";
import { approveDataSubjectRequest } from "./approve-data-subject-request.js";
import {
  ApproveDataSubjectRequestInput,
  DenyDataSubjectRequestInput,
  EnterDataSubjectRequestInput,
  FileDataSubjectRequestInput,
  FileUnverifiedDataSubjectRequestInput,
  IdentifyDataSubjectInput,
  WithdrawDataSubjectRequestInput,
} from "./data-subject-request.input.js";
import type { DataSubjectRequestRow } from "./data-subject-request.repository.js";
import {
  DataSubjectRequestPayload,
  DecideDataSubjectRequestResult,
  FileDataSubjectRequestResult,
  FileUnverifiedDataSubjectRequestResult,
  FiledDataSubjectRequest,
  IdentifyDataSubjectResult,
  JoinedDataSubjectRequest,
  UnverifiedDataSubjectRequestFiled,
  WithdrawDataSubjectRequestResult,
} from "./data-subject-request.result.js";
import { DataSubjectRequest } from "./data-subject-request.type.js";
import { denyDataSubjectRequest } from "./deny-data-subject-request.js";
import { enterDataSubjectRequest } from "./enter-data-subject-request.js";
import { fileDataSubjectRequest } from "./file-data-subject-request.js";
import { fileUnverifiedDataSubjectRequest } from "./file-unverified-data-subject-request.js";
import { identifyDataSubject } from "./identify-data-subject.js";
import type { Filing } from "./take-in-request.js";
import { withdrawDataSubjectRequest } from "./withdraw-data-subject-request.js";

/** What is done with rights requests. */
@Resolver()
export class DataSubjectRequestMutations {
  @Mutation(() => FileDataSubjectRequestResult, {
    description: "The signed-in contact asks something of their data. It is to be answered within 30 days.",
  })
  async fileDataSubjectRequest(
    @Arg("input", () => FileDataSubjectRequestInput, { description: "What they ask for." })
    input: FileDataSubjectRequestInput,
    @Ctx() context: ComplianceContext,
  ): Promise<typeof FileDataSubjectRequestResult> {
    return shownFiling(await fileDataSubjectRequest(context, signedInContact(context), input));
  }

  @Mutation(() => FileDataSubjectRequestResult, {
    description: "Owner, admin or privacy officer enters what a contact asked by another way.",
  })
  async enterDataSubjectRequest(
    @Arg("input", () => EnterDataSubjectRequestInput, { description: "Who asks, and for what." })
    input: EnterDataSubjectRequestInput,
    @Ctx() context: ComplianceContext,
  ): Promise<typeof FileDataSubjectRequestResult> {
    return shownFiling(await enterDataSubjectRequest(context, signedInMember(context), input));
  }

  @Mutation(() => FileUnverifiedDataSubjectRequestResult, {
    description: "Somebody who is not signed in asks something of their data. The answer is the same for whoever asks.",
  })
  async fileUnverifiedDataSubjectRequest(
    @Arg("input", () => FileUnverifiedDataSubjectRequestInput, {
      description: "Who they say they are, and what they ask for.",
    })
    input: FileUnverifiedDataSubjectRequestInput,
    @Ctx() context: ComplianceContext,
  ): Promise<typeof FileUnverifiedDataSubjectRequestResult> {
    const filed = await fileUnverifiedDataSubjectRequest(context, input);
    return filed instanceof UserError ? filed : Object.assign(new UnverifiedDataSubjectRequestFiled(), filed);
  }

  @Mutation(() => IdentifyDataSubjectResult, {
    description: "Says which contact filed a request by the public form, once that was checked.",
  })
  async identifyDataSubject(
    @Arg("input", () => IdentifyDataSubjectInput, { description: "The request, and who filed it." })
    input: IdentifyDataSubjectInput,
    @Ctx() context: ComplianceContext,
  ): Promise<typeof IdentifyDataSubjectResult> {
    return shown(await identifyDataSubject(context, signedInMember(context), input));
  }

  @Mutation(() => DecideDataSubjectRequestResult, { description: "Owner or privacy officer grants a request." })
  async approveDataSubjectRequest(
    @Arg("input", () => ApproveDataSubjectRequestInput, { description: "Which, and what the person is told." })
    input: ApproveDataSubjectRequestInput,
    @Ctx() context: ComplianceContext,
  ): Promise<typeof DecideDataSubjectRequestResult> {
    return shown(await approveDataSubjectRequest(context, signedInMember(context), input));
  }

  @Mutation(() => DecideDataSubjectRequestResult, {
    description: "Owner or privacy officer refuses a request, on a ground that the person is told.",
  })
  async denyDataSubjectRequest(
    @Arg("input", () => DenyDataSubjectRequestInput, { description: "Which, and why." })
    input: DenyDataSubjectRequestInput,
    @Ctx() context: ComplianceContext,
  ): Promise<typeof DecideDataSubjectRequestResult> {
    return shown(await denyDataSubjectRequest(context, signedInMember(context), input));
  }

  @Mutation(() => WithdrawDataSubjectRequestResult, {
    description: "The signed-in contact takes a request back that was not decided yet.",
  })
  async withdrawDataSubjectRequest(
    @Arg("input", () => WithdrawDataSubjectRequestInput, { description: "Which." })
    input: WithdrawDataSubjectRequestInput,
    @Ctx() context: ComplianceContext,
  ): Promise<typeof WithdrawDataSubjectRequestResult> {
    return shown(await withdrawDataSubjectRequest(context, signedInContact(context), input));
  }
}

function shown<Refusal extends UserError>(outcome: DataSubjectRequestRow | Refusal) {
  if (outcome instanceof UserError) return outcome;
  return new DataSubjectRequestPayload(new DataSubjectRequest(outcome));
}

function shownFiling(filing: Filing): typeof FileDataSubjectRequestResult {
  if (filing instanceof UserError) return filing;
  const request = new DataSubjectRequest(filing.row);
  return filing.joined ? new JoinedDataSubjectRequest(request) : new FiledDataSubjectRequest(request);
}
