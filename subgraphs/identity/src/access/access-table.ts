/** Who may ask, as the columns of the access matrix. */
export const AUDIENCES = [
  "anonymous",
  "self",
  "coordinator",
  "admin",
  "owner",
  "integration",
  "hr_sync",
  "staff",
  "staff_with_grant",
  "privacy_officer",
] as const;

export type Audience = (typeof AUDIENCES)[number];

/**
 * What a cell of the matrix allows.
 * Reading: `R` yes, `M` masked, `Rs` with the scope, `Rf` with a per-field grant, `Rp` with a stated purpose,
 * `Rstudio` if the studio allows, `Rlink` by gallery link (and PIN). Writing: `W` yes, `Wown` if the contact owns the field.
 * For HR clients `mapped` and `hr` bind reading and writing alike: to the fields mapped for the client, and to
 * the fields that HR owns. `-` denied.
 */
export type Cell =
  | "-" | "R" | "W" | "RW" | "M" | "Rs" | "Rf" | "Rp" | "Rstudio" | "Rlink"
  | "R Wown" | "RW mapped" | "RW hr";

/**
 * The contract for contact data: one row per kind of field, one column per audience, in `AUDIENCES`' order.
 * Everything that reads or writes a contact asks this table; a field without a row is denied to everyone. The contract's
 * row "id, status" is two here, since a restriction of processing leaves the id and its own flag, and not the status.
 */
export const ACCESS_TABLE = {
  //                     anon     self       coord      admin  owner  integr  hr_sync      staff  +grant  privacy
  idAndFlag:            ["-",     "R",       "R",       "R",   "R",   "Rs",   "R",         "R",   "R",    "R"],
  status:               ["-",     "R",       "R",       "R",   "R",   "Rs",   "R",         "R",   "R",    "R"],
  name:                 ["-",     "RW",      "R",       "RW",  "RW",  "Rs",   "RW",        "-",   "R",    "R"],
  email:                ["-",     "RW",      "R",       "RW",  "RW",  "Rs",   "RW",        "-",   "M",    "R"],
  phone:                ["-",     "RW",      "M",       "RW",  "RW",  "Rs",   "RW",        "-",   "M",    "R"],
  externalId:           ["-",     "-",       "-",       "R",   "RW",  "Rs",   "RW",        "-",   "R",    "R"],
  customPublic:         ["Rlink", "RW",      "RW",      "RW",  "RW",  "Rs",   "RW",        "-",   "R",    "R"],
  customInternal:       ["-",     "R Wown",  "R",       "RW",  "RW",  "Rs",   "RW mapped", "-",   "R",    "R"],
  customConfidential:   ["-",     "R",       "-",       "R",   "RW",  "Rf",   "RW hr",     "-",   "-",    "R"],
  customRestricted:     ["-",     "R",       "-",       "-",   "Rp",  "-",    "W",         "-",   "-",    "Rp"],
  deviceData:           ["-",     "-",       "-",       "-",   "-",   "-",    "-",         "M",   "R",    "Rp"],
  originalPhoto:        ["-",     "R",       "Rstudio", "R",   "R",   "Rs",   "-",         "-",   "Rs",   "Rp"],
  acceptedDerivative:   ["Rlink", "R",       "R",       "R",   "R",   "Rs",   "R",         "-",   "Rs",   "R"],
  consents:             ["-",     "RW",      "M",       "R",   "R",   "M",    "-",         "-",   "R",    "R"],
  rightsRequests:       ["W",     "RW",      "-",       "RW",  "RW",  "-",    "-",         "-",   "-",    "RW"],
} as const satisfies Record<string, readonly Cell[]>;

export type AccessRow = keyof typeof ACCESS_TABLE;

/**
 * Which row speaks for each output field of `Contact`, in whichever subgraph the field lives. `customFields` itself lists
 * the account's fields and tells nothing of the contact: each value has its own row.
 */
export const CONTACT_FIELD_ROWS: Readonly<Record<string, AccessRow>> = {
  id: "idAndFlag",
  processingRestrictedAt: "idAndFlag",
  customFields: "idAndFlag",
  status: "status",
  version: "status",
  firstName: "name",
  lastName: "name",
  email: "email",
  phone: "phone",
  externalId: "externalId",
  mergedInto: "status",
  invitations: "status",
  latestSubmission: "status",
  submissions: "status",
  consents: "consents",
  dataSubjectRequests: "rightsRequests",
};

/** How confidential a custom field is: public, internal, confidential, restricted. */
export type Sensitivity = "L0" | "L1" | "L2" | "L3";

/** Who keeps a custom field: the HR system, the account's admins, or the contact. */
export type FieldOwner = "hr" | "admin" | "contact";

/** Which row speaks for a custom field's value. */
export const SENSITIVITY_ROWS: Readonly<Record<Sensitivity, AccessRow>> = {
  L0: "customPublic",
  L1: "customInternal",
  L2: "customConfidential",
  L3: "customRestricted",
};
