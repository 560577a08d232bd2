const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long an album is shown before its letters go out: families have said by then what they do not want shown. */
const ALBUM_SHOWN_MS = 20 * HOUR;
/** Who came longer ago is thanked only where staff press. */
const THANKED_WITHIN_MS = 60 * DAY;

/** Whose letters go out by themselves at `now`: an album shown up to one instant, of an event that ended after another. */
export const thankedBy = (now: Date): { shownUpTo: Date; endedAfter: Date } => ({
  shownUpTo: new Date(now.getTime() - ALBUM_SHOWN_MS),
  endedAfter: new Date(now.getTime() - THANKED_WITHIN_MS),
});

/** When the letters of an album go out by themselves, at the earliest. */
export const thankedFrom = (publishedAt: Date): Date =>
  new Date(publishedAt.getTime() + ALBUM_SHOWN_MS);
