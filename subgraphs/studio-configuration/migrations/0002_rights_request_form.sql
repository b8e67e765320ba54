-- Rights requests are filed by the link of a studio, before an account is known.
grant select on studio_configuration.studio_directory to studio_compliance;
--> statement-breakpoint
grant select on studio_configuration.published_studio to studio_compliance;
--> statement-breakpoint
grant select (account_id, id, status, name, access, coordinators_see_originals, recipe, review_mode)
  on studio_configuration.studio to studio_compliance;
