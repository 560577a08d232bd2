-- Certificates of events, each with a code that a page confirms. See docs/decisions/certificates.md.

CREATE TABLE "certificate" (
    "id" SERIAL PRIMARY KEY,
    -- Twelve letters and figures: see platform/unguessable-code.ts.
    "code" TEXT NOT NULL UNIQUE,
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    -- Whose it is; null once they were taken out of the club's books.
    "person_id" INTEGER REFERENCES "registration_person" ("id") ON DELETE SET NULL,
    "family_member_id" INTEGER REFERENCES "family_member" ("id") ON DELETE SET NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('took-part', 'place', 'award')),
    -- What of the event it is for, such as a contest and its age group; empty for having come.
    "subject" TEXT NOT NULL DEFAULT '',
    -- As it is printed; null once its owner was erased.
    "name" TEXT,
    -- That staff typed the name: the next issue keeps it, whatever the registration says.
    "name_typed" BOOLEAN NOT NULL DEFAULT FALSE,
    -- All else that is printed, as it was on the day of issue: see certificates/certificate.ts.
    "says" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'valid' CHECK ("state" IN ('valid', 'replaced', 'withdrawn')),
    "issued_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_by" INTEGER,
    "ended_at" TIMESTAMPTZ,
    "ended_by" INTEGER,

    CONSTRAINT "certificate_ended" CHECK (("state" = 'valid') = ("ended_at" IS NULL))
);
-- However often and at once certificates are issued, somebody has one of each.
CREATE UNIQUE INDEX "certificate_once" ON "certificate" ("person_id", "kind", "subject") WHERE "state" = 'valid';
CREATE INDEX "certificate_event" ON "certificate" ("event_id", "id");
CREATE INDEX "certificate_person" ON "certificate" ("person_id");
CREATE INDEX "certificate_family" ON "certificate" ("family_member_id") WHERE "family_member_id" IS NOT NULL;

-- Whoever is taken out of a family is taken off their certificates, whichever part of the program does it: the code
-- goes on being confirmed, without a name.
CREATE FUNCTION "certificate_forgets_family"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "certificate" SET "name" = NULL, "name_typed" = FALSE WHERE "family_member_id" = OLD."id";
    RETURN OLD;
END;
$$;
CREATE TRIGGER "certificate_forgets_family" BEFORE DELETE ON "family_member"
    FOR EACH ROW EXECUTE FUNCTION "certificate_forgets_family"();
