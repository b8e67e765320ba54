import type { GraphQLError } from "graphql";
import type { Viewer } from "../auth/viewer.js";
import { forbidden, unauthenticated } from "./codes.js";

const NEEDS_GRANT =
  "staff see an account under its owners' support grant only: ask with requestSupportAccess, then name the account in the header Studio-Account";

/** Why a viewer who is in no account is refused: staff lack a grant, anybody else has not signed in. */
export function outsideAccount(viewer: Viewer, field: string): GraphQLError {
  return viewer.kind === "staff" ? forbidden(field, NEEDS_GRANT) : unauthenticated();
}
