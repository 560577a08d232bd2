/** Where the page of a contest of an event is. */
export const contestPage = (eventId: number, contestId: number): string =>
  `/admin/events/${eventId}/contests/${contestId}`;
