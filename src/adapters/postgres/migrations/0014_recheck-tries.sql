ALTER TABLE "rechecks" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rechecks" ADD COLUMN "not_before" timestamp with time zone;