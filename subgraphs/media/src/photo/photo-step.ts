/**
 * What is done to an original, in this order. `decode` keeps it upright and without metadata, `remove_background` finds
 * the person, `backdrop` makes the edited version, `derivatives` the studio's other headshots.
 */
export const PHOTO_STEPS = ["decode", "remove_background", "backdrop", "derivatives"] as const;

export type PhotoStep = (typeof PHOTO_STEPS)[number];
