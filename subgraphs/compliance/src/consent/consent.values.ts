/** What a contact may consent to. */
export const PURPOSES = ["processing", "ai_training", "marketing"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a contact has said last about a purpose. */
export const CONSENT_STATES = ["given", "withdrawn"] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];
