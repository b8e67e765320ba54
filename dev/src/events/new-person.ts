import { randomBytes } from "node:crypto";
import type { Person } from "../journey/contact-app.js";

/** Somebody whom nobody has met. */
export function newPerson(): Person {
  const email = `trigger.${randomBytes(4).toString("hex")}@northwind.example`;
  return { firstName: "Terry", lastName: "Trigger", email };
}
