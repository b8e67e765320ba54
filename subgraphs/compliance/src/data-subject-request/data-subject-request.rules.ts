import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import { outsideAccount } from "@studio/kit/error/outside-account.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";
import type { MemberRole, Viewer } from "@studio/kit/auth/viewer.js";
import type { ComplianceContext } from "../context.js";
import type { DataSubjectRequest } from "./data-subject-request.type.js";
import { decideRequestRead, factsOf } from "./request-access.js";

const isMemberOf = (viewer: Viewer, roles: readonly MemberRole[]) =>
  viewer.kind === "member" && roles.includes(viewer.role);

/** The rights requests' row of the access table, as far as it can be told before any request is known. */
const handlesRequests = rule("handlesRequests", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous" || viewer.accountId === null) return outsideAccount(viewer, fieldOf(info));
  if (isMemberOf(viewer, ["owner", "admin", "privacy_officer"])) return true;
  return forbidden(fieldOf(info), "rights requests are handled by owner, admin and privacy officer");
});

const knowsRequests = rule("knowsRequests", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous" || viewer.accountId === null) return outsideAccount(viewer, fieldOf(info));
  if (viewer.kind === "contact" || isMemberOf(viewer, ["owner", "admin", "privacy_officer"])) return true;
  return forbidden(fieldOf(info), "your role may not see rights requests");
});

const decidesRequests = rule("decidesRequests", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous" || viewer.accountId === null) return outsideAccount(viewer, fieldOf(info));
  if (isMemberOf(viewer, ["owner", "privacy_officer"])) return true;
  return forbidden(fieldOf(info), "owner and privacy officer decide about rights requests");
});

const isThePerson = rule("isThePerson", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  return viewer.kind === "contact" || forbidden(fieldOf(info), "only the contact may, for themselves");
});

const isNotSignedIn = rule("isNotSignedIn", (_parent, _args, { viewer }, info) => {
  return viewer.kind === "anonymous" || forbidden(fieldOf(info), "it is for those who are not signed in");
});

const isStaff = rule("isStaff", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  const isPlatforms = viewer.kind === "staff" && viewer.grantId === null;
  return isPlatforms || forbidden(fieldOf(info), "it is for the platform's staff, outside any account");
});

const FIELDS = [
  "kind",
  "status",
  "origin",
  "receivedAt",
  "dueAt",
  "decidedAt",
  "denialGround",
  "statement",
  "explanation",
  "claimant",
  "contact",
  "steps",
] as const;

/** Every field of a request but its id: the access table decides, from the facts about its contact. */
const fieldRules = Object.fromEntries(
  FIELDS.map((field) => [
    field,
    rule<DataSubjectRequest, unknown, ComplianceContext>(`mayReadRequest_${field}`, async ({ row }, _args, context) =>
      decideRequestRead(context, `DataSubjectRequest.${field}`, await factsOf(row, context)),
    ),
  ]),
);

/** Who may ask for rights requests, file and decide them. */
export const dataSubjectRequestRules: RuleTree = {
  Query: {
    dataSubjectRequest: knowsRequests,
    dataSubjectRequests: handlesRequests,
    dataSubjectRequestCounts: isStaff,
  },
  Mutation: {
    fileDataSubjectRequest: isThePerson,
    fileUnverifiedDataSubjectRequest: isNotSignedIn,
    enterDataSubjectRequest: handlesRequests,
    identifyDataSubject: handlesRequests,
    approveDataSubjectRequest: decidesRequests,
    denyDataSubjectRequest: decidesRequests,
    withdrawDataSubjectRequest: isThePerson,
  },
  DataSubjectRequest: fieldRules,
};
