import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playJourney, type JourneyReport, type View } from "@studio/dev/journey/play-journey.js";
import { createAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let report: JourneyReport;

beforeAll(async () => {
  platform = await startTestPlatform();
  const account = await createAccount(platform, { contacts: 10 });
  report = await playJourney(
    {
      graphUrl: platform.graphUrl,
      mailboxUrl: platform.mailbox.url,
      studioSlug: account.studio.slug,
      contactEmail: `casey.${randomBytes(4).toString("hex")}@people.example`,
      externalId: `J-${randomBytes(4).toString("hex")}`,
      credentials: account.credentials,
    },
    () => {},
  );
});

afterAll(() => platform?.stop());

test("P05: a contact proves their email by a code and is in, without a password", () => {
  expect(report.mailSubject).toMatch(/^Your code for Studio /);
});

test("P04: each photo comes back edited: the background is gone, and so is what the camera wrote", () => {
  expect(report.deliveries).toHaveLength(2);
  for (const { facts } of report.deliveries) {
    expect(facts.metadata).toEqual([]);
    expect(facts.corners.slice(0, 2)).toEqual(["#ffffff", "#ffffff"]);
    expect(facts.backdropShare).toBeGreaterThan(0.25);
    expect(facts.backdropShare).toBeLessThan(0.75);
  }
});

test("the integration receives each submission, with what all four subgraphs know of it", () => {
  for (const { event, submission } of report.deliveries) {
    expect(event).toMatchObject({
      type: "SUBMISSION_SUBMITTED",
      submission: { id: submission.id, status: "SUBMITTED" },
      contact: { firstName: "Casey", lastName: "Journey", consents: [{ purpose: "PROCESSING", state: "GIVEN" }] },
    });
    expect(event.contact.customFields).toEqual([
      { key: "department", value: "engineering" },
      { key: "job_title", value: "Photographer" },
    ]);
    expect(event.studio.name).toMatch(/^Studio /);
    expect(event.submission.photo.edited.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/photos\//);
  }
});

test("HR creates, changes and replays a row by its own id", () => {
  expect(report.synced.map(({ outcome }) => outcome)).toEqual(["CREATED", "UPDATED", "UNCHANGED"]);
});

const view = (role: View["role"]) => report.views.find((one) => one.role === role)!;
const refusedFields = (role: View["role"]) =>
  view(role).errors.map(({ extensions }) => `${extensions.code} ${extensions.field}`);

test("the owner sees every contact and all but the restricted field, which wants a purpose", () => {
  expect(view("owner").rows).toHaveLength(11);
  expect(view("owner").rows.every(({ email, firstName }) => email && firstName)).toBe(true);
  expect(refusedFields("owner")).toEqual(["FORBIDDEN Contact.customFields.emergency_contact"]);
});

test("the admin is refused the restricted field", () => {
  expect(view("admin").rows).toHaveLength(11);
  expect(refusedFields("admin")).toEqual(["FORBIDDEN Contact.customFields.emergency_contact"]);
});

test("P08: the coordinator sees the contacts of their group, phones masked, confidential fields refused once each", () => {
  const { rows } = view("coordinator");
  expect(rows).toHaveLength(5);
  for (const { phone } of rows) expect(phone).toMatch(/^•••• \d{4}$/);
  for (const { customFields } of rows) {
    const values = Object.fromEntries(customFields.map(({ key, value }) => [key, value]));
    expect(values).toMatchObject({ salary_band: null, date_of_birth: null, emergency_contact: null });
    expect(values["department"]).not.toBeNull();
  }
  expect(refusedFields("coordinator").toSorted()).toEqual([
    "FORBIDDEN Contact.customFields.date_of_birth",
    "FORBIDDEN Contact.customFields.emergency_contact",
    "FORBIDDEN Contact.customFields.salary_band",
  ]);
});
