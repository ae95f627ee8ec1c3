ALTER TABLE "similarity_findings" ADD COLUMN "threshold" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "similarity_turns" ADD COLUMN "files" text;