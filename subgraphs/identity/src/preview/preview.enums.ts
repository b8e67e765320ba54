import type { ApiClientKind, MemberRole } from "@studio/kit/auth/viewer.js";
import { graphqlEnum } from "../graphql-enum.js";

/** As whom an owner can look at the account. */
export type PreviewRole = Exclude<MemberRole, "owner"> | ApiClientKind;

export const PreviewRoleEnum = graphqlEnum<PreviewRole>("PreviewRole", "As whom an owner looks at the account.", {
  admin: "As an admin.",
  coordinator: "As a coordinator of the groups named.",
  privacy_officer: "As the privacy officer.",
  integration: "As an integration with the scopes and fields named.",
  hr_sync: "As an HR system with the fields named.",
});
