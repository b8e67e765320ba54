/** The queue of checks of the whole store. */
export const RECONCILE_STORAGE = "reconcile-storage";

/** Every night, while little is uploaded. */
export const RECONCILE_AT = "23 2 * * *";
