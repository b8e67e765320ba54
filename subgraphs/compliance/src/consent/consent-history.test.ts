import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, runCompliance, type Json, type RunningCompliance } from "../../test/running-compliance.js";

const HISTORY = `query ($of: [_Any!]!) { entities: _entities(representations: $of) { ... on Contact {
  consents { purpose history { state changedAt textVersion } } } } }`;

let compliance: RunningCompliance;

beforeAll(async () => {
  compliance = await runCompliance();
});

afterAll(() => compliance.stop());

test("what was said over time is shown, newest first, to those who see more than the state", async () => {
  const account = await newAccount(compliance);
  const contact = await account.newContact();
  for (const [verb, purpose] of [
    ["give", "PROCESSING"],
    ["withdraw", "PROCESSING"],
    ["give", "MARKETING"],
  ]) {
    await compliance.ask(contact, `mutation { ${verb}Consent(input: { purpose: ${purpose} }) { __typename } }`);
  }
  const historyFor = async (viewer: Viewer) => {
    const of = [{ __typename: "Contact", id: toGlobalId("Contact", contact.contactId) }];
    const { data, errors } = await compliance.ask(viewer, HISTORY, { of });
    expect(errors).toEqual([]);
    return data.entities[0].consents.map(({ purpose, history }: Json) => [
      purpose,
      history?.map(({ state }: Json) => state) ?? null,
    ]);
  };
  const whole = [
    ["MARKETING", ["GIVEN"]],
    ["PROCESSING", ["WITHDRAWN", "GIVEN"]],
  ];
  expect(await historyFor(contact)).toEqual(whole);
  expect(await historyFor(account.member("privacy_officer"))).toEqual(whole);
  const none = [
    ["MARKETING", null],
    ["PROCESSING", null],
  ];
  expect(await historyFor(account.member("coordinator", [account.groupId]))).toEqual(none);
  expect(await historyFor(account.client("integration", ["contacts:read"]))).toEqual(none);
});

test("under restriction nothing new is agreed to, and what was agreed to can be withdrawn", async () => {
  const account = await newAccount(compliance);
  const contact = await account.newContact();
  const restrict = (at: Date | null) =>
    compliance.admin`update identity.contact set restricted_at = ${at} where id = ${contact.contactId}`;
  const say = async (verb: "give" | "withdraw", purpose: string) => {
    const query = `mutation { done: ${verb}Consent(input: { purpose: ${purpose} }) { __typename ... on UserError { message path } } }`;
    return (await compliance.ask(contact, query)).data.done;
  };
  await say("give", "PROCESSING");
  await restrict(new Date());
  expect(await say("give", "MARKETING")).toEqual({
    __typename: "ProcessingRestricted",
    path: ["input", "purpose"],
    message: expect.stringContaining("restriction lifted"),
  });
  expect((await say("withdraw", "PROCESSING")).__typename).toBe("WithdrawConsentPayload");
  expect((await say("give", "PROCESSING")).__typename).toBe("ProcessingRestricted");
  await restrict(null);
  expect((await say("give", "PROCESSING")).__typename).toBe("GiveConsentPayload");
});
