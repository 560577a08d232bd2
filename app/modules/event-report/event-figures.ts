import type { EventFacts, PartyFate, PeopleGroup, PointKind } from "./event-facts.ts";
import { pointKinds, TAKEN } from "./event-facts.ts";

/** How those who came liked it, as far as nobody can be told apart. */
export type Liked = {
  asked: number;
  answered: number;
  /** From 1 to 5; null while too few have answered. */
  average: number | null;
  /** Of 0 to 10; null while too few have said so. */
  recommends: number | null;
};

/** The figures of a report. Sums are in minor units of the club's currency; others stand apart. */
export type EventFigures = ReturnType<typeof figuresOf>;

/**
 * Works out the figures of an event from what the books hold of it.
 *
 * @param worthOf what points are worth, in minor units.
 */
export function figuresOf(
  facts: EventFacts,
  liked: Liked | null,
  currency: string,
  worthOf: (points: number) => number,
) {
  const parties = partiesOf(facts);
  const people = peopleOf(facts);
  const points = pointsOf(facts);
  const money = facts.money.find((sum) => sum.currency === currency);
  const typed = facts.typed.find((sum) => sum.currency === currency);
  const costs = {
    typedMinor: typed?.minor ?? 0,
    prizesMinor: facts.prizes.costMinor,
    pointsMinor: worthOf(points.given),
  };
  const allMinor = costs.typedMinor + costs.prizesMinor + costs.pointsMinor;
  const income = {
    ticketsMinor: money ? money.paid - money.refunded - money.owedBack : 0,
    pointsMinor: worthOf(points.taken),
  };
  const netMinor = allMinor - income.ticketsMinor - income.pointsMinor;
  return {
    parties,
    people,
    newMembers: facts.newMembers,
    points,
    costs: { ...costs, allMinor, typedCount: typed?.count ?? 0 },
    income: {
      ...income,
      paidMinor: money?.paid ?? 0,
      refundedMinor: money?.refunded ?? 0,
      owedBackMinor: money?.owedBack ?? 0,
      ofAbsentMinor: money?.ofAbsent ?? 0,
    },
    netMinor,
    perPartyMinor: shareEach(netMinor, parties.came),
    perPersonMinor: shareEach(netMinor, people.came),
    liked,
    /** Sums that are in none of the above. */
    otherMoney: facts.money.filter((sum) => sum.currency !== currency),
    otherTyped: facts.typed.filter((sum) => sum.currency !== currency),
  };
}

function partiesOf({ parties }: EventFacts) {
  const count = (is: (group: EventFacts["parties"][number]) => boolean) =>
    sumOf(parties.filter(is));
  const fate = (name: PartyFate) => count((group) => group.fate === name);
  return {
    /** With a place at the end, and not only since they stood at the gate. */
    registered: count(({ hasPlace, isWalkIn }) => hasPlace && !isWalkIn),
    came: fate("came"),
    walkIns: count(({ fate, isWalkIn }) => fate === "came" && isWalkIn),
    cameWithoutPlace: count(({ fate, hasPlace }) => fate === "came" && !hasPlace),
    cameMembers: count(({ fate, isMember }) => fate === "came" && isMember),
    cameGuests: count(({ fate, isMember }) => fate === "came" && !isMember),
    noShow: fate("no-show"),
    excused: fate("excused"),
    unmarked: fate("unmarked"),
    cancelledLate: fate("cancelled-late"),
    cancelled: fate("cancelled"),
    noPlace: fate("no-place"),
    leftLine: fate("left-line"),
  };
}

function peopleOf({ people, strangers }: EventFacts) {
  const count = (is: (group: PeopleGroup) => boolean) => sumOf(people.filter(is));
  const brackets = new Map<string, number>();
  for (const { bracket, came, count } of people) {
    if (bracket !== null && came) brackets.set(bracket, (brackets.get(bracket) ?? 0) + count);
  }
  return {
    registered: count(({ hasPlace, isWalkIn }) => hasPlace && !isWalkIn),
    /** All who were let in, known or not. */
    came: count(({ came }) => came) + strangers,
    adults: count(({ came, role }) => came && role === "adult"),
    children: count(({ came, role }) => came && role === "child"),
    ofMembers: count(({ came, isMember }) => came && isMember),
    ofGuests: count(({ came, isMember }) => came && !isMember),
    strangers,
    /** Had a place and stayed away: with their whole party, or while others of it came. */
    absent: count(({ came, hasPlace, fate }) => !came && hasPlace && fate !== "unmarked"),
    /** By the bracket's key. */
    brackets,
  };
}

function pointsOf({ points }: EventFacts) {
  const byKind = Object.fromEntries(
    pointKinds.map((kind) => [kind, points.find((each) => each.kind === kind)?.points ?? 0]),
  ) as Record<PointKind, number>;
  const sum = (isTaken: boolean) =>
    pointKinds
      .filter((kind) => TAKEN.includes(kind) === isTaken)
      .reduce((all, kind) => all + byKind[kind], 0);
  return { byKind, given: sum(false), taken: sum(true) };
}

const sumOf = (groups: readonly { count: number }[]) =>
  groups.reduce((sum, { count }) => sum + count, 0);

/** A sum divided among so many, in whole minor units, halves away from nought; null among nobody. */
export const shareEach = (minor: number, among: number): number | null =>
  among === 0 ? null : Math.sign(minor) * Math.round(Math.abs(minor) / among);
