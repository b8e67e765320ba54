/** A member's life: invited until their first sign-in; suspended may be undone; removed ends it. */
export const MEMBER_STATUSES = ["invited", "active", "suspended", "removed"] as const;

export type MemberStatus = (typeof MEMBER_STATUSES)[number];
