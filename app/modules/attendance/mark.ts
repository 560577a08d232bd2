/** What somebody at a gate saw: somebody came in, left for a while, or a mark was a mistake. */
export const markKinds = ["in", "out", "undo"] as const;
export type MarkKind = (typeof markKinds)[number];

/**
 * What came of a mark when it arrived. `recorded`: of a party that has its places. `no-place`: of somebody whose
 * party is cancelled or waits. `other-event`: the party is of another event. `provisional`: nobody could be found
 * for what was read. All are kept: whoever stands at a gate is there.
 */
export const markAnswers = ["recorded", "no-place", "other-event", "provisional"] as const;
export type MarkAnswer = (typeof markAnswers)[number];

/** A mark as a device keeps it until it has been sent. */
export type Mark = {
  /** A UUID, made on the device: the same mark sent again is the same. */
  id: string;
  kind: MarkKind;
  /** Null where the device's list did not have it. */
  registrationId: number | null;
  personId: number | null;
  /** The mark that an undo takes back. */
  undoes: string | null;
  /** What was read, or who it was said to be, where the list did not know. */
  seen: string;
  /** How many came, where the list did not know who. */
  people: number;
  /** By the device's clock, as ISO 8601 in UTC. */
  at: string;
  gate: string;
  /** A UUID that the device gave itself. */
  device: string;
};

/** What became of one mark of several; `already` where it had arrived before. */
export type MarkAnswered = { id: string; answer: MarkAnswer; already: boolean };

/** As many are sent at once: a form's fields have 64 kB. */
export const MARKS_AT_ONCE = 60;
