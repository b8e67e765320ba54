import type { FieldOwner, Sensitivity } from "../access/access-table.js";
import { graphqlEnum } from "../graphql-enum.js";
import type { FieldIndexing, FieldState, FieldType } from "./contact-field.policy.js";

export const FieldTypeEnum = graphqlEnum<FieldType>("ContactFieldType", "What kind of value a custom field holds.", {
  text: "One line of text.",
  long_text: "Text of several lines.",
  integer: "A whole number.",
  decimal: "A number.",
  boolean: "True or false.",
  date: "A date as YYYY-MM-DD.",
  date_time: "A point in time (RFC 3339).",
  single_select: "The id of one option.",
  multi_select: "The ids of several options.",
  email: "An email address.",
  phone: "A phone number (E.164).",
  url: "A web address.",
});

export const SensitivityEnum = graphqlEnum<Sensitivity>("Sensitivity", "How confidential a custom field is.", {
  L0: "Public: may appear in a gallery.",
  L1: "Internal to the account.",
  L2: "Confidential: by role or by grant. Kept sealed.",
  L3: "Restricted: to the contact, and with a stated purpose. Kept sealed.",
});

export const FieldOwnerEnum = graphqlEnum<FieldOwner>("ContactFieldOwner", "Who keeps a custom field.", {
  hr: "The HR system.",
  admin: "The account's admins.",
  contact: "The contact.",
});

export const FieldIndexingEnum = graphqlEnum<FieldIndexing>(
  "ContactFieldIndexing",
  "How lists find contacts by a custom field.",
  {
    none: "By looking at each contact: the field is not filterable, or has no index of its own.",
    preparing: "Not yet: its index is being filled, and lists that use the field are refused until it is.",
    ready: "By an index.",
  },
);

export const FieldStateEnum = graphqlEnum<FieldState>("ContactFieldState", "Where a custom field is in its life.", {
  active: "In use.",
  deprecated: "Still readable; to be used no more.",
  archived: "Hidden, its values kept.",
  deleted: "Its values are destroyed.",
});
