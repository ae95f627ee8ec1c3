CREATE TABLE "rubrics" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"rubric" jsonb NOT NULL,
	"first_used_at" timestamp with time zone NOT NULL
);
