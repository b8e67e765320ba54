CREATE TABLE "media"."collection" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"studio_id" uuid NOT NULL,
	"name" text NOT NULL,
	"whole_studio" boolean NOT NULL,
	"state" text NOT NULL,
	"removes_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collection_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "collection_removes" CHECK ((state = 'removing') = (removes_at is not null))
);
--> statement-breakpoint
CREATE TABLE "media"."collection_item" (
	"account_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	CONSTRAINT "collection_item_account_id_collection_id_submission_id_pk" PRIMARY KEY("account_id","collection_id","submission_id")
);
--> statement-breakpoint
ALTER TABLE "media"."collection_item" ADD CONSTRAINT "collection_item_account_id_collection_id_collection_account_id_id_fk" FOREIGN KEY ("account_id","collection_id") REFERENCES "media"."collection"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media"."collection_item" ADD CONSTRAINT "collection_item_account_id_submission_id_submission_account_id_id_fk" FOREIGN KEY ("account_id","submission_id") REFERENCES "media"."submission"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collection_newest" ON "media"."collection" USING btree ("account_id","created_at","id");