import type { MarkAnswer, MarkKind } from "./mark.ts";

/** A mark as the club keeps it. */
export type KeptMark = {
  id: string;
  kind: MarkKind;
  registrationId: number | null;
  personId: number | null;
  undoes: string | null;
  seen: string;
  people: number;
  at: Date;
  receivedAt: Date;
  gate: string;
  device: string;
  answer: MarkAnswer;
};

/** Of somebody, or of a party of whom nobody was ticked: that they came, and whether they are there now. */
export type Stay = {
  registrationId: number | null;
  /** Null: of a party, or of somebody whom nobody knows. */
  personId: number | null;
  /** How many they are. */
  people: number;
  inside: boolean;
  cameAt: Date;
  /** Where they came in first. */
  gate: string;
  /** Two devices marked that they came, with no leaving between: both marks are kept, it is one coming. */
  doubled: boolean;
  answer: MarkAnswer;
  seen: string;
  /** The mark by which they last came in: what an undo names. */
  markId: string;
};

/** When a mark was made: by the device's clock, unless that is ahead of ours. */
const madeAt = ({ at, receivedAt }: KeptMark) => Math.min(at.getTime(), receivedAt.getTime());

/** The marks that stand, in the order in which they were made: one that was taken back is none. */
export function inOrder(marks: readonly KeptMark[]): KeptMark[] {
  const undone = new Set(marks.map(({ undoes }) => undoes));
  return marks
    .filter(({ id, kind }) => kind !== "undo" && !undone.has(id))
    .sort((a, b) => madeAt(a) - madeAt(b) || a.id.localeCompare(b.id));
}

/**
 * Who came and who is there, read out of the marks of one event, in whatever order they arrived. Of a party of which
 * somebody was ticked by name, marks of the whole party say no more.
 */
export function staysOf(marks: readonly KeptMark[]): Stay[] {
  const stays = new Map<string, Stay & { device: string }>();
  for (const mark of inOrder(marks)) {
    const whose = mark.personId ?? (mark.registrationId ? `party ${mark.registrationId}` : mark.id);
    const known = stays.get(String(whose));
    if (known) comeOrGo(known, mark);
    else if (mark.kind === "in") stays.set(String(whose), arrival(mark));
  }
  const all = [...stays.values()];
  const byName = new Set(
    all.flatMap(({ personId, registrationId }) => (personId === null ? [] : [registrationId])),
  );
  return all
    .filter((stay) => stay.personId !== null || !byName.has(stay.registrationId ?? -1))
    .map(({ device, ...stay }) => stay);
}

function arrival(mark: KeptMark): Stay & { device: string } {
  const { registrationId, personId, gate, device, answer, seen } = mark;
  return {
    registrationId,
    personId,
    people: personId === null ? Math.max(1, mark.people) : 1,
    inside: true,
    cameAt: new Date(madeAt(mark)),
    gate,
    doubled: false,
    answer,
    seen,
    markId: mark.id,
    device,
  };
}

function comeOrGo(stay: Stay & { device: string }, mark: KeptMark): void {
  if (mark.kind === "out") {
    stay.inside = false;
    return;
  }
  if (stay.inside && mark.device !== stay.device) stay.doubled = true;
  stay.inside = true;
  stay.markId = mark.id;
  stay.device = mark.device;
}

/** The parties of which somebody came who had a place. */
export const partiesThatCame = (stays: readonly Stay[]): ReadonlySet<number> =>
  new Set(
    stays.flatMap(({ registrationId, answer }) =>
      registrationId !== null && answer === "recorded" ? [registrationId] : [],
    ),
  );

/** How many people came and are there now, at all gates and at each. */
export type LiveCount = { came: number; inside: number; gates: { gate: string; came: number }[] };

/** Counts people, whether or not they had a place: whoever is in has to come out. */
export function countOf(stays: readonly Stay[]): LiveCount {
  const gates = new Map<string, number>();
  for (const { gate, people } of stays) gates.set(gate, (gates.get(gate) ?? 0) + people);
  const sum = (of: readonly Stay[]) => of.reduce((all, { people }) => all + people, 0);
  return {
    came: sum(stays),
    inside: sum(stays.filter(({ inside }) => inside)),
    gates: [...gates].sort().map(([gate, came]) => ({ gate, came })),
  };
}
