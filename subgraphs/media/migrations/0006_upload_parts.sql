CREATE TABLE "media"."storage_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"objects" integer DEFAULT 0 NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"orphans" integer DEFAULT 0 NOT NULL,
	"lost" integer DEFAULT 0 NOT NULL,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "media"."upload_part" (
	"account_id" uuid NOT NULL,
	"photo_id" uuid NOT NULL,
	"starts_at" integer NOT NULL,
	"bytes" integer NOT NULL,
	"object_key" text NOT NULL,
	CONSTRAINT "upload_part_account_id_photo_id_starts_at_pk" PRIMARY KEY("account_id","photo_id","starts_at")
);
--> statement-breakpoint
ALTER TABLE "media"."upload_part" ADD CONSTRAINT "upload_part_account_id_photo_id_photo_account_id_id_fk" FOREIGN KEY ("account_id","photo_id") REFERENCES "media"."photo"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "derivative_by_object" ON "media"."derivative" USING btree ("account_id","object_key" collate "C");--> statement-breakpoint
CREATE INDEX "photo_by_object" ON "media"."photo" USING btree ("account_id","object_key" collate "C");--> statement-breakpoint
-- The checks belong to no account: counts alone, so no row security, and the grant is named here.
grant select, insert, update, delete on media.storage_check to studio_media;
--> statement-breakpoint
comment on table media.storage_check is 'directory: what checks of the whole store counted, of no account';
