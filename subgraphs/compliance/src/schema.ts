import { assertEveryContactFieldHasRow } from "@studio/identity/access/contact-rules.js";
import { buildSubgraphSchema } from "@studio/kit/server/build-subgraph-schema.js";
import { AuditResolver } from "./audit/audit.resolver.js";
import { ConsentResolver } from "./consent/consent.resolver.js";
import { resolveContact } from "./contact/contact.reference.js";
import { ContactResolver } from "./contact/contact.resolver.js";
import { Contact } from "./contact/contact.stub.js";
import type { ComplianceContext } from "./context.js";
import { DataSubjectRequestMutations } from "./data-subject-request/data-subject-request-mutations.resolver.js";
import { resolveDataSubjectRequest } from "./data-subject-request/data-subject-request.reference.js";
import { DataSubjectRequestResolver } from "./data-subject-request/data-subject-request.resolver.js";
import { rules } from "./rules.js";

/** The guarded schema of this subgraph, and its SDL for composition. */
export async function buildComplianceSchema() {
  const built = await buildSubgraphSchema<ComplianceContext>({
    resolvers: [
      AuditResolver,
      ConsentResolver,
      ContactResolver,
      DataSubjectRequestResolver,
      DataSubjectRequestMutations,
    ],
    orphanedTypes: [Contact],
    references: { Contact: resolveContact, DataSubjectRequest: resolveDataSubjectRequest },
    rules,
  });
  assertEveryContactFieldHasRow(built.schema);
  return built;
}
