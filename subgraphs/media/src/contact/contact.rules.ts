import { contactFieldRules } from "@studio/identity/access/contact-rules.js";
import { notFound } from "@studio/kit/error/codes.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import type { MediaContext } from "../context.js";
import type { Contact } from "./contact.stub.js";

/** Who may read what media knows of a contact: the access table decides. */
export const contactRules: RuleTree = {
  Contact: contactFieldRules<Contact, MediaContext>(
    ["latestSubmission", "submissions"],
    async ({ contactId }, { loaders }) => {
      const contact = await loaders.publishedContact.load(contactId);
      if (!contact) throw notFound("contact");
      return contact;
    },
  ),
};
