-- The draws of an event are found by it: of those among its parties.
CREATE INDEX "draw_event" ON "draw" (("entrants" -> 'eventId')) WHERE "entrants" ? 'eventId';
