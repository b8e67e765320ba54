import { assertEveryContactFieldHasRow } from "@studio/identity/access/contact-rules.js";
import { buildSubgraphSchema } from "@studio/kit/server/build-subgraph-schema.js";
import { AuditResolver } from "./audit/audit.resolver.js";
import { ConsentResolver } from "./consent/consent.resolver.js";
import { resolveContact } from "./contact/contact.reference.js";
import { ContactResolver } from "./contact/contact.resolver.js";
import { Contact } from "./contact/contact.stub.js";
import type { ComplianceContext } from "./context.js";
import { rules } from "./rules.js";

/** The guarded schema of this subgraph, and its SDL for composition. */
export async function buildComplianceSchema() {
  const built = await buildSubgraphSchema<ComplianceContext>({
    resolvers: [AuditResolver, ConsentResolver, ContactResolver],
    orphanedTypes: [Contact],
    references: { Contact: resolveContact },
    rules,
  });
  assertEveryContactFieldHasRow(built.schema);
  return built;
}
