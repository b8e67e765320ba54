import { expect, test } from "vitest";
import { CONTACT_FIELD_ROWS } from "@studio/identity/access/access-table.js";
import { GUARDED_FIELD_ROWS } from "@studio/identity/access/guarded-fields.js";
import { buildComplianceSchema } from "@studio/compliance/schema";
import { buildIdentitySchema } from "@studio/identity/schema";
import { buildMediaSchema } from "@studio/media/schema";
import { buildStudioConfigurationSchema } from "@studio/studio-configuration/schema";

/** Types that hold nothing of a contact: their rules ask for a role alone. */
const OF_NO_CONTACT = [
  "Query",
  "Mutation",
  "Subscription",
  "Account",
  "DerivativeRun",
  "Group",
  "Studio",
  "SupportGrant",
];

/** A custom field's value is asked for by its key; shots that were not chosen and counts by group have no row. */
const OTHERWISE_GUARDED = ["CustomFieldValue.value", "Submission.shots", "SubmissionStats.byGroup"];

test("explainFieldAccess knows every field that any subgraph guards by the access table", async () => {
  const guarded = new Set<string>();
  // One after the other: type-graphql keeps one store of metadata.
  for (const build of [buildIdentitySchema, buildMediaSchema, buildComplianceSchema, buildStudioConfigurationSchema]) {
    const { rules } = await build();
    for (const [type, fields] of Object.entries(rules)) {
      if (OF_NO_CONTACT.includes(type)) continue;
      for (const field of Object.keys(fields)) guarded.add(`${type}.${field}`);
    }
  }
  const known = Object.keys(CONTACT_FIELD_ROWS).map((field) => `Contact.${field}`);
  const expected = [...known, ...Object.keys(GUARDED_FIELD_ROWS), ...OTHERWISE_GUARDED];
  expect([...guarded].toSorted()).toEqual(expected.toSorted());
});
