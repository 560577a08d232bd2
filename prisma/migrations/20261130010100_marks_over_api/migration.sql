-- Another program marks who came, too: exactly one of the three marked it.
ALTER TABLE "attendance_mark" ADD COLUMN "api_client_id" INTEGER REFERENCES "api_client" ("id");
ALTER TABLE "attendance_mark" DROP CONSTRAINT "attendance_mark_who";
ALTER TABLE "attendance_mark" ADD CONSTRAINT "attendance_mark_who"
  CHECK (num_nonnulls("steward_link_id", "by", "api_client_id") = 1);
