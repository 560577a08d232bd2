/**
 * Whom a message about an event goes to: everybody who comes or waits; who comes; who comes or is offered places now;
 * who waits; who was expected and did not come; who comes to one of its sessions.
 */
export const audiences = [
  "all",
  "registered",
  "expected",
  "waiting",
  "no-shows",
  "session",
] as const;
export type Audience = (typeof audiences)[number];

/** An audience of an event; `session` where it is one's. */
export type ChosenAudience = { audience: Audience; session: string | null };
