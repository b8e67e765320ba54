/** What a person may ask for (GDPR art. 15 to 21). */
export const REQUEST_KINDS = ["access", "rectification", "erasure", "restriction", "portability", "objection"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Where a request is in its life. What carries it out comes after `approved`. */
export const REQUEST_STATUSES = ["identity_unverified", "pending_review", "approved", "denied", "withdrawn"] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** What a step of a request says: it came in, or it took a status. */
export const REQUEST_STEPS = ["received", ...REQUEST_STATUSES] as const;
export type RequestStepKind = (typeof REQUEST_STEPS)[number];

/** The statuses in which an answer is still owed. */
export const OPEN_STATUSES: readonly RequestStatus[] = ["identity_unverified", "pending_review"];

/** How a request came in: from the person signed in, through the account, or by the public form. */
export const REQUEST_ORIGINS = ["contact", "account", "form"] as const;
export type RequestOrigin = (typeof REQUEST_ORIGINS)[number];

/** Why a request may be denied. */
export const DENIAL_GROUNDS = [
  "identity_not_proven",
  "unfounded",
  "excessive",
  "duplicate",
  "legal_obligation",
  "legal_claims",
  "rights_of_others",
  "overriding_grounds",
] as const;
export type DenialGround = (typeof DENIAL_GROUNDS)[number];
