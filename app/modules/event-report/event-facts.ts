import type { CountedIn } from "#app/platform/words/counted.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/**
 * What became of a party, by the marks of the gates first of all: whoever was let in came, whatever else is said of
 * them. `unmarked`: it had a place and was not let in, and nobody has said yet what follows from that. `excused`: the
 * club accepted why it did not come, or cancelled late. `no-place`: it waited and never got one.
 */
export const partyFates = [
  "came",
  "no-show",
  "excused",
  "unmarked",
  "cancelled-late",
  "cancelled",
  "no-place",
  "left-line",
] as const;
export type PartyFate = (typeof partyFates)[number];

/** Parties that are alike, with how many they are. */
export type PartyGroup = {
  fate: PartyFate;
  /** It had its places at the end: neither waiting, cancelled nor gone from the line. */
  hasPlace: boolean;
  isWalkIn: boolean;
  isMember: boolean;
  count: number;
};

/** People that are alike. */
export type PeopleGroup = {
  role: "adult" | "child";
  /** Of a child where the event has age groups. */
  bracket: string | null;
  fate: PartyFate;
  /** They had a place at the end. */
  hasPlace: boolean;
  isWalkIn: boolean;
  came: boolean;
  isMember: boolean;
  count: number;
};

/** Money of an event's parties in one currency, in its smallest unit. */
export type MoneyTaken = {
  currency: string;
  paid: number;
  /** What went back or is on its way. */
  refunded: number;
  /** What is to go back and has not. */
  owedBack: number;
  /** Of what is left, that of parties that did not come. */
  ofAbsent: number;
};

/** What points of an event were for. */
export const pointKinds = [
  "attendance",
  "contest",
  "impact",
  "survey",
  "price",
  "deposit",
] as const;
export type PointKind = (typeof pointKinds)[number];
/** Those that members gave to the club. */
export const TAKEN: readonly PointKind[] = ["price", "deposit"];

/** All that the club's books hold of one event. */
export type EventFacts = {
  eventId: number;
  slug: string;
  title: InBoth;
  brackets: { key: string; name: InBoth }[];
  state: "published" | "cancelled";
  cancelReason: string | null;
  startsAt: string;
  endsAt: string;
  /** By which rule the event was found that stands beside another one. */
  likeness: "series" | "kind" | "any" | null;
  parties: PartyGroup[];
  people: PeopleGroup[];
  /** Let in without being known to the event's list. */
  strangers: number;
  /** Members whose party came, each once. */
  memberIds: number[];
  /** Those of them who had come to no event before. */
  firstTimers: number;
  newMembers: number;
  money: MoneyTaken[];
  points: { kind: PointKind; points: number }[];
  typed: { currency: string; minor: number; count: number }[];
  /** Of its contests, and of draws among its parties. */
  prizes: {
    /** Of the catalogue, handed over and not brought back. */
    pieces: number;
    costMinor: number;
    piecesWithoutCost: number;
    /** Handed over, and in words alone. */
    inWords: number;
    waiting: number;
  };
  impact: { unit: CountedIn; amount: number; counted: number } | null;
  album: {
    isPublished: boolean;
    pictures: number;
    families: number;
    objections: number;
    openObjections: number;
  } | null;
  contests: { published: number; all: number; entries: number };
};
