CREATE TABLE "lost_deliveries" (
	"guid" text PRIMARY KEY NOT NULL,
	"log_id" bigint NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chores" ADD COLUMN "place" jsonb;--> statement-breakpoint
CREATE INDEX "lost_deliveries_due" ON "lost_deliveries" USING btree ("due_at");