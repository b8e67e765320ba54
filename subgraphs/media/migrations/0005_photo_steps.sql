CREATE TABLE "media"."derivative_recipe" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"studio_id" uuid NOT NULL,
	"name" text NOT NULL,
	"recipe" jsonb NOT NULL,
	"recipe_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "derivative_recipe_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "derivative_recipe_name" UNIQUE("account_id","studio_id","name"),
	CONSTRAINT "derivative_recipe_once" UNIQUE("account_id","studio_id","recipe_hash")
);
--> statement-breakpoint
CREATE TABLE "media"."derivative_run" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"studio_id" uuid NOT NULL,
	"recipe_id" uuid NOT NULL,
	"status" text NOT NULL,
	"total" integer NOT NULL,
	"made" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"last_photo_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "derivative_run_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "media"."photo_mask" (
	"account_id" uuid NOT NULL,
	"photo_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"remover_version" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "photo_mask_account_id_photo_id_pk" PRIMARY KEY("account_id","photo_id")
);
--> statement-breakpoint
ALTER TABLE "media"."photo" ADD COLUMN "step" text;--> statement-breakpoint
ALTER TABLE "media"."derivative_run" ADD CONSTRAINT "derivative_run_account_id_recipe_id_derivative_recipe_account_id_id_fk" FOREIGN KEY ("account_id","recipe_id") REFERENCES "media"."derivative_recipe"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."photo_mask" ADD CONSTRAINT "photo_mask_account_id_photo_id_photo_account_id_id_fk" FOREIGN KEY ("account_id","photo_id") REFERENCES "media"."photo"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- A purged photo keeps nothing of the person, whichever way it is purged.
create function media.forget_mask() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from media.photo_mask where account_id = new.account_id and photo_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger photo_purged after update of status on media.photo
  for each row when (new.status = 'purged') execute function media.forget_mask();
