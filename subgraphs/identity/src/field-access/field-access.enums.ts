import type { Purpose } from "@studio/kit/auth/purpose.js";
import type { Audience } from "../access/access-table.js";
import type { DecidedBy } from "../access/decide-field-access.js";
import { graphqlEnum } from "../graphql-enum.js";

export const AccessAudienceEnum = graphqlEnum<Audience>(
  "AccessAudience",
  "Who asks, as a column of the access matrix.",
  {
    anonymous: "Nobody known.",
    self: "The contact, about themselves.",
    coordinator: "A coordinator.",
    admin: "An admin.",
    owner: "An owner.",
    integration: "A program of the account.",
    hr_sync: "The account's HR system.",
    staff: "Platform staff, not let in.",
    staff_with_grant: "Platform staff under a support grant.",
    privacy_officer: "The privacy officer.",
  },
);

/** What may be done with a field. */
export type Outcome = "read" | "masked" | "write" | "denied";

export const FieldAccessOutcomeEnum = graphqlEnum<Outcome>("FieldAccessOutcome", "What may be done with a field.", {
  read: "It is read in full.",
  masked: "A part of it is read.",
  write: "It is written.",
  denied: "Nothing.",
});

export const AccessGroundEnum = graphqlEnum<DecidedBy>("AccessGround", "What a decision about a field stands on.", {
  unknown_field: "The matrix has no row for the field.",
  reach: "The contact does not exist for them: another person, or a group that the coordinator does not have.",
  restriction: "Processing of the contact is restricted (GDPR art. 18).",
  role: "The matrix's cell alone.",
  scope: "A scope of the credential, or the lack of it.",
  field_grant: "A grant for this very field, or its mapping for an HR client, or the lack of it.",
  field_owner: "Who keeps the custom field.",
  field_state: "The custom field is deprecated: shown, and not written any more.",
  purpose: "A stated purpose, or the lack of it.",
  studio_setting: "Whether the studio shows originals to coordinators.",
  gallery_link: "Whether a gallery was opened by its link.",
});

export const AccessPurposeEnum = graphqlEnum<Purpose>(
  "AccessPurpose",
  "Why somebody looks at what stays closed without a reason: for the header Studio-Purpose.",
  {
    rights_request: "A request of the person (GDPR art. 12-22).",
    consent: "What the person agreed to (art. 6 (1) a, 18 (2)).",
    vital_interests: "An emergency (art. 6 (1) d).",
    legal_obligation: "A duty by law (art. 6 (1) c).",
    legal_claim: "To establish, exercise or defend a claim (art. 18 (2)).",
    incident: "Finding out what an incident did (art. 33).",
    other: "Anything else; a note says what.",
  },
);
