import type { KeptMark } from "#app/modules/attendance/presence.ts";

let made = 0;

/** So many minutes after the gate opened. */
export const minute = (count: number) => new Date(Date.UTC(2027, 2, 14, 5, count));

/** Mia of party 7 came in at the main gate, by phone 1, a minute after the mark before; the test changes what it is about. */
export function aMark(given: Partial<KeptMark> = {}): KeptMark {
  made += 1;
  const at = given.at ?? minute(made);
  return {
    id: `mark-${made}`,
    kind: "in",
    registrationId: 7,
    personId: 71,
    undoes: null,
    seen: "",
    people: 0,
    at,
    receivedAt: at,
    gate: "Main",
    device: "phone 1",
    answer: "recorded",
    ...given,
  };
}
