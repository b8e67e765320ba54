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
