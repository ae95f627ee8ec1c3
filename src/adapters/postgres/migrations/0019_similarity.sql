CREATE TABLE "similarity_findings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "similarity_findings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"project" text NOT NULL,
	"kind" text NOT NULL,
	"score" double precision NOT NULL,
	"marks" jsonb NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"seen_by_id" bigint,
	"seen_by_login" text,
	"seen_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "similarity_members" (
	"finding_id" bigint NOT NULL,
	"learner_id" bigint NOT NULL,
	"submission_id" bigint NOT NULL,
	"places" jsonb NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "similarity_members_finding_id_learner_id_pk" PRIMARY KEY("finding_id","learner_id")
);
--> statement-breakpoint
CREATE TABLE "similarity_postings" (
	"entry" bigint NOT NULL,
	"work_id" bigint NOT NULL,
	CONSTRAINT "similarity_postings_entry_work_id_pk" PRIMARY KEY("entry","work_id")
);
--> statement-breakpoint
CREATE TABLE "similarity_turns" (
	"submission_id" bigint PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"lease_token" text,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "similarity_works" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "similarity_works_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" bigint NOT NULL,
	"project" text NOT NULL,
	"learner_id" bigint NOT NULL,
	"cohort" text,
	"handed_in_at" timestamp with time zone NOT NULL,
	"reading" text NOT NULL,
	CONSTRAINT "similarity_works_one" UNIQUE("project","learner_id")
);
--> statement-breakpoint
ALTER TABLE "similarity_members" ADD CONSTRAINT "similarity_members_finding_id_similarity_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."similarity_findings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similarity_members" ADD CONSTRAINT "similarity_members_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similarity_postings" ADD CONSTRAINT "similarity_postings_work_id_similarity_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."similarity_works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similarity_turns" ADD CONSTRAINT "similarity_turns_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similarity_works" ADD CONSTRAINT "similarity_works_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "similarity_findings_project" ON "similarity_findings" USING btree ("project");--> statement-breakpoint
CREATE INDEX "similarity_members_learner" ON "similarity_members" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "similarity_members_submission" ON "similarity_members" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "similarity_postings_work" ON "similarity_postings" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "similarity_turns_waiting" ON "similarity_turns" USING btree ("due_at") WHERE "similarity_turns"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "similarity_works_latest" ON "similarity_works" USING btree ("project","handed_in_at");--> statement-breakpoint
CREATE INDEX "similarity_works_handed_in" ON "similarity_works" USING btree ("handed_in_at");--> statement-breakpoint
CREATE INDEX "similarity_works_learner" ON "similarity_works" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "similarity_works_submission" ON "similarity_works" USING btree ("submission_id");