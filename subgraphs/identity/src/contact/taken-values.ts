import { accountOf, type IdentityContext } from "../context.js";
import { EmailTaken, ExternalIdTaken } from "./contact-value.errors.js";
import { findEmailHolders, findExternalIdHolder } from "./contact-write.repository.js";
import type { NewValues } from "./judge-values.policy.js";

/** Which new values another contact of the account has, as errors at their places under `path`. */
export async function findTaken(
  context: IdentityContext,
  contactId: string | null,
  { email, externalId }: Pick<NewValues, "email" | "externalId">,
  path: readonly string[],
): Promise<(EmailTaken | ExternalIdTaken)[]> {
  if (!email && !externalId) return [];
  const accountId = accountOf(context);
  const [emailHolder, idHolder] = await context.services.db.inAccount(accountId, (tx) =>
    Promise.all([
      email ? findEmailHolders(tx, accountId, [email.key]).then((holders) => holders.get(email.key)) : null,
      externalId ? findExternalIdHolder(tx, accountId, externalId) : null,
    ]),
  );
  return [
    ...(emailHolder && emailHolder !== contactId ? [EmailTaken.at([...path, "email"])] : []),
    ...(idHolder && idHolder !== contactId ? [ExternalIdTaken.at([...path, "externalId"])] : []),
  ];
}
