/** What can be done to many contacts at once. */
export const BULK_ACTION_KINDS = [
  "add_to_group",
  "remove_from_group",
  "archive",
  "restore",
  "invite",
  "add_option",
  "remove_option",
] as const;

export type BulkActionKind = (typeof BULK_ACTION_KINDS)[number];

/** Where a bulk action is in its life. */
export const BULK_ACTION_STATES = ["queued", "running", "finished", "cancelled", "failed"] as const;

export type BulkActionState = (typeof BULK_ACTION_STATES)[number];

/** What became of one contact. */
export const BULK_ROW_OUTCOMES = ["pending", "changed", "unchanged", "rejected"] as const;

export type BulkRowOutcome = (typeof BULK_ROW_OUTCOMES)[number];

/** Why nothing was done to a contact. */
export const BULK_ROW_REFUSALS = [
  "not_found",
  "archived",
  "not_archived",
  "merged",
  "erased",
  "restricted",
  "not_writable",
  "not_fitting",
] as const;

export type BulkRowRefusal = (typeof BULK_ROW_REFUSALS)[number];

/** Why an action ended before all was done. */
export const BULK_FAILURES = [
  "access_lost",
  "account_closing",
  "group_gone",
  "studio_closed",
  "option_gone",
  "interrupted",
] as const;

export type BulkFailure = (typeof BULK_FAILURES)[number];
