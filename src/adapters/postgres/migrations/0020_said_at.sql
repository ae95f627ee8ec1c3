ALTER TABLE "reviews" ADD COLUMN "said_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pull_requests" ADD COLUMN "hide_again_at" timestamp with time zone;