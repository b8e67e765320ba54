import type postgres from "postgres";
import { isolateTenants } from "@studio/kit/db/isolate-tenants.js";
import { newId } from "@studio/kit/id.js";

/** What studio-configuration publishes, over a bare table. */
export async function standInForStudios(admin: postgres.Sql): Promise<void> {
  await admin.unsafe(`
    create table studio_configuration.studio_directory (slug text primary key, account_id uuid not null, studio_id uuid not null);
    comment on table studio_configuration.studio_directory is 'directory: where a slug leads';
    create table studio_configuration.studio (
      account_id uuid not null, id uuid not null, status text not null, name text not null, access text not null,
      coordinators_see_originals boolean not null,
      primary key (account_id, id));
    create view studio_configuration.published_studio with (security_invoker = true) as
      select account_id, id, status, name, access, coordinators_see_originals from studio_configuration.studio;
    grant select on studio_configuration.studio_directory, studio_configuration.published_studio,
      studio_configuration.studio to studio_identity;`);
  await isolateTenants(admin, "studio_configuration", ["studio_identity"]);
}

/** Adds a studio. @returns its id */
export async function addStudio(
  admin: postgres.Sql,
  studio: {
    accountId: string;
    slug: string;
    name?: string;
    status?: string;
    access?: string;
    showsOriginals?: boolean;
  },
): Promise<string> {
  const id = newId();
  const {
    accountId,
    slug,
    name = "Autumn portraits",
    status = "published",
    access = "public",
    showsOriginals = false,
  } = studio;
  await admin`insert into studio_configuration.studio values (${accountId}, ${id}, ${status}, ${name}, ${access}, ${showsOriginals})`;
  await admin`insert into studio_configuration.studio_directory values (${slug}, ${accountId}, ${id})`;
  return id;
}
