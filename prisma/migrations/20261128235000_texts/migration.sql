-- The texts that everybody can read: the club's rules, its privacy notice, how to reach it. Versions are added and
-- never changed, since members agreed to what they read. Before the first one a club has the texts that come with
-- the program, which are version 1.
CREATE TABLE "text_version" (
    "name" TEXT NOT NULL CHECK ("name" IN ('rules', 'privacy', 'contact')),
    "version" INTEGER NOT NULL CHECK ("version" > 1),
    "body_en" TEXT NOT NULL,
    "body_zh" TEXT NOT NULL,
    "asks" BOOLEAN NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "text_version_pkey" PRIMARY KEY ("name", "version")
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "text_version"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "text_version" ENABLE ALWAYS TRIGGER append_only;
