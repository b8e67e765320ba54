import type { Database } from "@studio/kit/db/database.js";
import { consentChangesByContact, type ConsentChangesLoader } from "./consent/consent.loader.js";
import { contactById, type ContactLoader } from "./contact/contact.loader.js";
import {
  dataSubjectRequestById,
  stepsByRequest,
  type RequestLoader,
  type StepsLoader,
} from "./data-subject-request/data-subject-request.loader.js";

/** One request's loaders. They know one account. */
export interface Loaders {
  consentChangesByContact: ConsentChangesLoader;
  contactById: ContactLoader;
  dataSubjectRequestById: RequestLoader;
  stepsByRequest: StepsLoader;
}

export function createLoaders(db: Database, accountId: string | null): Loaders {
  return {
    consentChangesByContact: consentChangesByContact(db, accountId),
    contactById: contactById(db, accountId),
    dataSubjectRequestById: dataSubjectRequestById(db, accountId),
    stepsByRequest: stepsByRequest(db, accountId),
  };
}
