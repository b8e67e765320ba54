import type { FieldOwner, Sensitivity } from "../access/access-table.js";
import type { FieldOption, FieldType } from "../contact-field/contact-field.policy.js";
import type { FieldValue } from "../contact-field/field-value.policy.js";

/** A demo field, and the invented value that the contact at an index has in it; null for none. */
export interface DemoField {
  key: string;
  label: string;
  type: FieldType;
  sensitivity: Sensitivity;
  owner: FieldOwner;
  purpose: string;
  options?: FieldOption[];
  pinned?: boolean;
  filterable?: boolean;
  valueOf: (index: number) => FieldValue | null;
}

const DEPARTMENTS: FieldOption[] = [
  { id: "engineering", label: "Engineering" },
  { id: "design", label: "Design" },
  { id: "sales", label: "Sales" },
  { id: "finance", label: "Finance" },
  { id: "people", label: "People" },
];
const OFFICES: FieldOption[] = [
  { id: "berlin", label: "Berlin" },
  { id: "lisbon", label: "Lisbon" },
  { id: "toronto", label: "Toronto" },
  { id: "remote", label: "Remote" },
];
const BANDS: FieldOption[] = ["A", "B", "C", "D"].map((id) => ({ id, label: `Band ${id}` }));
const LANGUAGES: FieldOption[] = [
  { id: "en", label: "English" },
  { id: "de", label: "German" },
  { id: "fr", label: "French" },
  { id: "es", label: "Spanish" },
];
const TITLES = ["Engineer", "Designer", "Account Manager", "Analyst", "Recruiter", "Team Lead", "Director"];

/** Custom fields of every sensitivity and of mixed types, for a demo account. */
export const DEMO_FIELDS: readonly DemoField[] = [
  {
    key: "department",
    label: "Department",
    type: "single_select",
    sensitivity: "L0",
    owner: "admin",
    pinned: true,
    purpose: "Shown under the headshot.",
    options: DEPARTMENTS,
    filterable: true,
    valueOf: (i) => pick(DEPARTMENTS, i).id,
  },
  {
    key: "job_title",
    label: "Job title",
    type: "text",
    sensitivity: "L0",
    owner: "contact",
    pinned: true,
    purpose: "Shown under the headshot.",
    valueOf: (i) => pick(TITLES, i * 3),
  },
  {
    key: "languages",
    label: "Languages",
    type: "multi_select",
    sensitivity: "L0",
    owner: "contact",
    purpose: "Shown in the team gallery.",
    options: LANGUAGES,
    valueOf: (i) => (i % 3 === 0 ? ["en", pick(["de", "fr", "es"], i)] : ["en"]),
  },
  {
    key: "office",
    label: "Office",
    type: "single_select",
    sensitivity: "L1",
    owner: "admin",
    purpose: "Plans the photo days.",
    options: OFFICES,
    filterable: true,
    valueOf: (i) => pick(OFFICES, i * 7).id,
  },
  {
    key: "employee_number",
    label: "Employee number",
    type: "text",
    sensitivity: "L1",
    owner: "hr",
    purpose: "Matches contacts with the HR system.",
    filterable: true,
    valueOf: (i) => `N${String(100_000 + i)}`,
  },
  {
    key: "start_date",
    label: "Start date",
    type: "date",
    sensitivity: "L1",
    owner: "hr",
    purpose: "Invites new joiners.",
    filterable: true,
    valueOf: (i) => day(2015 + (i % 10), i),
  },
  {
    key: "remote_days",
    label: "Remote days a week",
    type: "integer",
    sensitivity: "L1",
    owner: "contact",
    purpose: "Plans the photo days.",
    filterable: true,
    valueOf: (i) => (i % 4 === 3 ? null : i % 6),
  },
  {
    key: "salary_band",
    label: "Salary band",
    type: "single_select",
    sensitivity: "L2",
    owner: "hr",
    purpose: "Budgets by level.",
    options: BANDS,
    valueOf: (i) => pick(BANDS, i).id,
  },
  {
    key: "date_of_birth",
    label: "Date of birth",
    type: "date",
    sensitivity: "L2",
    owner: "contact",
    purpose: "Checks the age of consent.",
    valueOf: (i) => day(1960 + (i % 40), i * 5),
  },
  {
    key: "emergency_contact",
    label: "Emergency contact",
    type: "long_text",
    sensitivity: "L3",
    owner: "contact",
    purpose: "Reaches someone close in an emergency on a photo day.",
    valueOf: (i) => (i % 5 === 0 ? null : `Partner, ${demoPhone(i + 500)}`),
  },
];

/** A phone number from the range that Ofcom keeps for drama: it reaches nobody. */
export function demoPhone(index: number): string {
  return `+447700900${String(index % 1000).padStart(3, "0")}`;
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length]!;
}

function day(year: number, index: number): string {
  return `${year}-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`;
}
