import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs } from "@studio/kit/clock.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { runCompliance, type Json, type RunningCompliance } from "../../test/running-compliance.js";
import { requestClient } from "../../test/requests.js";

const WHOSE = `{ dataSubjectRequests { edges { node { kind receivedAt dueAt contact { id } } } } }`;

let compliance: RunningCompliance;

beforeAll(async () => {
  compliance = await runCompliance();
});

afterAll(() => compliance.stop());

test("when two contacts are made one, their requests follow and come back; an open twin stays, answered in time", async () => {
  const { newClient, file } = requestClient(compliance);
  const { accountId, contact: duplicate, newContact, officer } = await newClient();
  const survivor = await newContact();
  await file(duplicate, "ACCESS");
  await file(duplicate, "ERASURE");
  compliance.clock.advance(5 * dayMs);
  await file(survivor, "ERASURE");
  compliance.clock.reset();
  const identity = compliance.openAs("identity");
  const [from, to] = [duplicate.contactId, survivor.contactId];
  const whose = async () => {
    const { data } = await compliance.ask(officer, WHOSE);
    const lines = data.dataSubjectRequests.edges.map(({ node }: Json) => {
      const days = Math.round((Date.parse(node.dueAt) - Date.parse(node.receivedAt)) / dayMs);
      return `${node.kind} ${node.contact.id === toGlobalId("Contact", to) ? "survivor" : "duplicate"} ${days}`;
    });
    return lines.toSorted((left: string, right: string) => left.localeCompare(right));
  };
  const [moved] = await identity.inAccount(accountId, (tx) =>
    tx.execute<{ receipt: unknown }>(
      sql`select compliance.move_contact(${accountId}::uuid, ${from}::uuid, ${to}::uuid) as receipt`,
    ),
  );
  expect(await whose()).toEqual(["ACCESS survivor 30", "ERASURE duplicate 30", "ERASURE survivor 25"]);
  const mergedAt = compliance.clock.now().toISOString();
  await identity.inAccount(accountId, (tx) =>
    tx.execute(sql`select compliance.return_contact(${accountId}::uuid, ${to}::uuid, ${from}::uuid,
      ${JSON.stringify(moved!.receipt)}::jsonb, ${mergedAt}::timestamptz)`),
  );
  expect(await whose()).toEqual(["ACCESS duplicate 30", "ERASURE duplicate 30", "ERASURE survivor 25"]);
});
