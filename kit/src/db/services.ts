/** The services that own a schema and have a database role, in the order in which they migrate. */
export const SERVICES = ["identity", "studio-configuration", "media", "compliance"] as const;

export type ServiceName = (typeof SERVICES)[number];

/** The PostgreSQL schema that a service owns. */
export function schemaOf(service: ServiceName): string {
  return service.replaceAll("-", "_");
}

/** The non-owner role as which a service reads and writes. */
export function roleOf(service: ServiceName | "gateway"): string {
  return `studio_${service.replaceAll("-", "_")}`;
}

/** The role that owns every schema. It cannot log in and is subject to row level security like any other. */
export const OWNER_ROLE = "studio_owner";

/**
 * The role that owns search views. Row security does not hide a tenant's rows from it, because PostgreSQL may use an
 * index of text patterns only where no row policy must be checked first; each of its views names the account itself.
 */
export const SEARCH_ROLE = "studio_search";

/** The schema of PostgreSQL's extensions, whose functions and operators every service may use. */
export const EXTENSION_SCHEMA = "extensions";
