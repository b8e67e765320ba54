import { index, text, uuid } from "drizzle-orm/pg-core";
import { studioSchema } from "../database-schema.js";

/** Whose studio a slug is: the one table that is asked before an account is known. */
export const studioDirectory = studioSchema.table(
  "studio_directory",
  {
    slug: text("slug").primaryKey(),
    accountId: uuid("account_id").notNull(),
    studioId: uuid("studio_id").notNull(),
  },
  (table) => [index("studio_directory_by_studio").on(table.accountId, table.studioId)],
);
