ALTER TABLE "studio_configuration"."studio" ADD COLUMN "coordinators_review" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "studio_configuration"."studio" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "studio_configuration"."studio" ADD COLUMN "submissions_per_contact" integer;--> statement-breakpoint
ALTER TABLE "studio_configuration"."studio" ADD COLUMN "opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "studio_configuration"."studio" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "studio_configuration"."studio" ADD CONSTRAINT "studio_limits" CHECK ("studio_configuration"."studio"."capacity" > 0 and "studio_configuration"."studio"."submissions_per_contact" > 0);--> statement-breakpoint
ALTER TABLE "studio_configuration"."studio" ADD CONSTRAINT "studio_window" CHECK ("studio_configuration"."studio"."opens_at" < "studio_configuration"."studio"."closes_at");--> statement-breakpoint
create or replace view studio_configuration.published_studio with (security_invoker = true) as
  select account_id, id, status, name, access, coordinators_see_originals, recipe, review_mode,
    coordinators_review, capacity, submissions_per_contact, opens_at, closes_at
  from studio_configuration.studio;
--> statement-breakpoint
grant select (coordinators_review, capacity, submissions_per_contact, opens_at, closes_at)
  on studio_configuration.studio to studio_identity, studio_media, studio_compliance;
