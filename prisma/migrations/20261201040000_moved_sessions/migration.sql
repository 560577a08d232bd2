-- When the time of an event's session moves, only who comes to that session is concerned. Versions before this one
-- name no session: of them a time that moved is everybody's, as they were told.
ALTER TABLE "event_version" ADD COLUMN "time_of" TEXT[] DEFAULT ARRAY[]::TEXT[];
-- The version of the event that took a party's session away and gave it places in another one.
ALTER TABLE "registration" ADD COLUMN "rehoused_in" INTEGER;
