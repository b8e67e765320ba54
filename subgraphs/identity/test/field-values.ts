import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { poll } from "../../../dev/src/poll.js";
import type { TestAccount } from "./new-account.js";
import type { RunningIdentity } from "./running-identity.js";

export const RUNS = `query ($id: ID!) { contactFieldRuns(fieldId: $id) { kind state done skipped completedAt } }`;
const VALUES = `query ($keys: [String!]) { contacts(first: 50) { edges { node { version customFields(keys: $keys) { value } } } } }`;

/** The newest run of a field, once it is complete. */
export const completed = (identity: RunningIdentity, fieldId: string, account: TestAccount) =>
  poll(
    async () => {
      const { data } = await identity.ask(account.member("owner"), RUNS, { id: toGlobalId("ContactField", fieldId) });
      const [run] = data.contactFieldRuns;
      return run?.state === "COMPLETE" ? run : undefined;
    },
    { timeoutMs: 10_000, everyMs: 50 },
  );

/** What the owner reads of a field, contact by contact. */
export const valuesOf = async (identity: RunningIdentity, account: TestAccount, key: string) => {
  const { data } = await identity.ask(account.member("owner"), VALUES, { keys: [key] });
  return data.contacts.edges.map(
    (edge: { node: { customFields: { value: unknown }[] } }) => edge.node.customFields[0]?.value,
  );
};

/** How many contacts have a value of a field in either storage. */
export const stored = async (identity: RunningIdentity, account: TestAccount, fieldId: string) => {
  const [row] = await identity.admin`
    select (count(*) filter (where custom ? ${fieldId}))::int as plain,
      (count(*) filter (where sealed_custom ? ${fieldId}))::int as sealed
    from identity.contact where account_id = ${account.accountId}`;
  return row;
};
