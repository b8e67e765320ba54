ALTER TABLE "studio_configuration"."studio" ADD COLUMN "caption_field_id" uuid;--> statement-breakpoint
create or replace view studio_configuration.published_studio with (security_invoker = true) as
  select account_id, id, status, name, access, coordinators_see_originals, recipe, review_mode,
    coordinators_review, capacity, submissions_per_contact, opens_at, closes_at, caption_field_id
  from studio_configuration.studio;
--> statement-breakpoint
grant select (caption_field_id) on studio_configuration.studio to studio_identity, studio_media, studio_compliance;
