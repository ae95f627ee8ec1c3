ALTER TABLE "openings" ADD COLUMN "invitations" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "openings" ADD COLUMN "invited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "openings" ADD COLUMN "joined_at" timestamp with time zone;