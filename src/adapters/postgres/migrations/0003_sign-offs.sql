CREATE TABLE "sign_offs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_offs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" bigint NOT NULL,
	"source" text NOT NULL,
	"source_id" bigint NOT NULL,
	"by_id" bigint NOT NULL,
	"by_login" text NOT NULL,
	"says" text NOT NULL,
	"why" text,
	"found" text NOT NULL,
	"rubric" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_offs_source" UNIQUE("source","source_id")
);
--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_offs_submission" ON "sign_offs" USING btree ("submission_id");