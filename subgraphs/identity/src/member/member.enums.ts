import type { MemberRole } from "@studio/kit/auth/viewer.js";
import { graphqlEnum } from "../graphql-enum.js";
import type { MemberStatus } from "./member-status.js";

export const MemberRoleEnum = graphqlEnum<MemberRole>("MemberRole", "What a member does in an account.", {
  owner: "Owns the account.",
  admin: "Runs the account.",
  coordinator: "Runs studios for assigned groups.",
  privacy_officer: "Answers for the account's personal data.",
});

export const MemberStatusEnum = graphqlEnum<MemberStatus>("MemberStatus", "Where a member is in their life.", {
  invited: "Invited; has not signed in yet.",
  active: "Works for the account.",
  suspended: "Shut out, until reinstated.",
  removed: "Gone.",
});
