CREATE TABLE "openings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "openings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"learner_id" bigint NOT NULL,
	"learner_login" text,
	"unit" text NOT NULL,
	"project" text NOT NULL,
	"owner" text,
	"repo" text,
	"repository_id" bigint,
	"branch" text,
	"starter_sha" text,
	"wanted_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"problem" text,
	"opened_at" timestamp with time zone,
	"pinned" boolean,
	"pin_checked_at" timestamp with time zone,
	CONSTRAINT "openings_learner_project" UNIQUE("learner_id","project")
);
--> statement-breakpoint
CREATE INDEX "openings_project" ON "openings" USING btree ("project");