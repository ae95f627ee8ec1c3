ALTER TABLE "pull_requests" ADD COLUMN "is_public" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "details_hidden_at" timestamp with time zone;