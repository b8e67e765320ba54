import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./dist/tables.js",
  out: "./migrations",
  schemaFilter: ["identity"],
});
