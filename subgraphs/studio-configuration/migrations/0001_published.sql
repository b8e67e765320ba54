comment on table studio_configuration.studio_directory is 'directory: whose studio a slug is, asked before an account is known';
--> statement-breakpoint
grant select, insert on studio_configuration.studio_directory to studio_studio_configuration;
--> statement-breakpoint
grant select on studio_configuration.studio_directory to studio_identity, studio_media;
--> statement-breakpoint
create view studio_configuration.published_studio with (security_invoker = true) as
  select account_id, id, status, name, access, coordinators_see_originals, recipe, review_mode
  from studio_configuration.studio;
--> statement-breakpoint
grant select on studio_configuration.published_studio to studio_identity, studio_media;
--> statement-breakpoint
grant select (account_id, id, status, name, access, coordinators_see_originals, recipe, review_mode)
  on studio_configuration.studio to studio_identity, studio_media;
--> statement-breakpoint
create view studio_configuration.published_consent_text with (security_invoker = true) as
  select account_id, id as studio_id, consent_text_version as version from studio_configuration.studio;
--> statement-breakpoint
grant select on studio_configuration.published_consent_text to studio_compliance;
--> statement-breakpoint
grant select (account_id, id, consent_text_version) on studio_configuration.studio to studio_compliance;
