CREATE TABLE "expiries" (
	"learner_id" bigint PRIMARY KEY NOT NULL,
	"warned_at" timestamp with time zone NOT NULL
);
