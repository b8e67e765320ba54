import type { ContactStatus } from "../contact/contact-status.js";
import { readEmail, type Email } from "../contact/email.policy.js";
import { demoPhone } from "./demo-fields.js";

const FIRST = [
  "Amina",
  "Bastian",
  "Chiara",
  "Dmitri",
  "Elif",
  "Farid",
  "Greta",
  "Hugo",
  "Ines",
  "Jonas",
  "Keiko",
  "Lars",
  "Maya",
  "Nils",
  "Olga",
  "Pablo",
  "Quinn",
  "Rosa",
  "Samir",
  "Tessa",
  "Umar",
  "Vera",
  "Willem",
  "Xenia",
  "Yusuf",
  "Zoe",
  "Anouk",
  "Bruno",
  "Celeste",
  "Dario",
  "Eira",
];
const LAST = [
  "Abel",
  "Bergström",
  "Cordeiro",
  "Dupont",
  "Eriksen",
  "Fischer",
  "Ganz",
  "Haddad",
  "Ivanova",
  "Jansen",
  "Kowalski",
  "Lindqvist",
  "Moreau",
  "Nakamura",
  "Okafor",
  "Petrov",
  "Quist",
  "Rossi",
  "Santos",
  "Tanaka",
  "Ullmann",
  "Vasquez",
  "Weiss",
  "Ximenes",
  "Yilmaz",
  "Zeman",
  "Almeida",
  "Brandt",
  "Conti",
  "Demir",
  "Engel",
  "Fontaine",
  "Gruber",
  "Holm",
  "Ito",
  "Jensen",
  "Keller",
];

export interface DemoPerson {
  externalId: string;
  firstName: string;
  lastName: string;
  email: Email;
  phone: string;
  status: ContactStatus;
  createdAt: Date;
}

const FIRST_DAY = Date.UTC(2025, 0, 6, 8);
const STEP_MS = 10_000;

/** The invented person at an index: always the same one. The two lists' lengths have no common factor. */
export function demoPerson(index: number): DemoPerson {
  const firstName = FIRST[index % FIRST.length]!;
  const lastName = LAST[index % LAST.length]!;
  const plain = `${firstName}.${lastName}`
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z.]/g, "");
  return {
    externalId: `E-${String(index + 1).padStart(6, "0")}`,
    firstName,
    lastName,
    email: readEmail(`${plain}.${index + 1}@people.example.com`)!,
    phone: demoPhone(index),
    status: index % 10 < 7 ? "verified" : index % 10 < 9 ? "unverified" : "invited",
    createdAt: new Date(FIRST_DAY + index * STEP_MS),
  };
}
