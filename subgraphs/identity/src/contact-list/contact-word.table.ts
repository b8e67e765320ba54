import { boolean, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accountId, identitySchema, instant } from "../columns.js";

/**
 * The words of contacts' names and mailboxes, in order: what a search walks. Kept by triggers of `contact`. Without
 * accents, in lower case, by up to 64 letters; compared byte by byte, which the migration says.
 */
export const contactWord = identitySchema.table(
  "contact_word",
  {
    accountId: accountId(),
    word: text("word").notNull(),
    createdAt: instant("created_at").notNull(),
    contactId: uuid("contact_id").notNull(),
    /** Whether it is of the name, and so found by those who may not search emails. */
    inName: boolean("in_name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.word, t.createdAt, t.contactId] })],
);
