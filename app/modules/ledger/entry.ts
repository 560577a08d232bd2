/** What an entry of the ledger did. The statement shows all but holds, releases and repayments. */
export type EntryKind =
  | "opening"
  | "earn"
  | "spend"
  | "cancel"
  | "hold"
  | "capture"
  | "release"
  | "reverse"
  | "lapse"
  | "repay"
  | "adjust";

/** Kinds that give points and make a lot. */
export type AwardKind = Extract<EntryKind, "earn" | "opening" | "adjust">;

/**
 * What an entry was for, as plain data that is written once and never changed: enough to explain the
 * entry years later without the rows it points at. Another reason for points adds its shape here.
 */
export type EntryMeta =
  | ServiceMeta
  | { for: "opening"; source: string; row?: number }
  | { for: "joining"; ruleVersion: number }
  | { for: "birthday" | "odometer" | "survey"; ruleVersion: number; about?: string }
  | { for: "event"; eventId: number; title: string; ruleVersion?: number }
  | ContestMeta
  /** For what a party did together at an event, so many points for each. */
  | {
      for: "impact";
      eventId: number;
      title: string;
      titleZh: string;
      /** In tenths. */
      amount: number;
      unit: { one: string; many: string; zh: string };
      pointsPerUnit: number;
      ruleVersion: number;
    }
  | { for: "referral"; leadId: number; stage: string; ruleVersion: number }
  /** What a campaign gave on top of a lead's stage; `percent` of `base` where it was worked out. */
  | {
      for: "campaign";
      campaignId: number;
      version: number;
      leadId: number;
      stage: string;
      title: string;
      titleZh: string;
      base?: number;
      percent?: number;
    }
  | {
      for: "gift";
      redemptionId: number;
      giftId: number;
      /** In English, or in whichever language there is. */
      title: string;
      titleZh?: string;
      /** Pieces, where there are several. */
      quantity?: number;
    }
  | { for: "deposit"; eventId: number; title: string }
  | { for: "adjustment"; reason: string; by: number; approvedBy?: number }
  /** What was left, or owed, when an account was closed. */
  | { for: "closing"; reason: "account-closed" }
  | { for: "correction"; reason: string; orderId?: number; orderNumber?: string; store?: string }
  /** What was given up, where it has a name; those from before it was kept have none. */
  | {
      for: "cancellation";
      reason: string;
      by?: number;
      title?: string;
      titleZh?: string;
      quantity?: number;
    }
  /** Lapses and repayments, which the ledger writes by itself. */
  | { for?: undefined };

/** A prize of a contest, by the version of the ranking that gave it: the paper of that version says why. */
export type ContestMeta = {
  for: "contest";
  contestId: number;
  eventId: number;
  /** The version of the ranking. */
  version: number;
  /** The number of whoever won it: a family may have two children who did. */
  number: number;
  /** 1 for a first prize; null of a special award, whose name is the contest's. */
  prize: number | null;
  /** In English, or in whichever language there is. */
  title: string;
  titleZh: string;
  /** The age group that was ranked by itself, where there are some. */
  bracket?: string;
  bracketZh?: string;
};

/** An award for a workshop order, with its arithmetic. */
export type ServiceMeta = {
  for: "service";
  orderId: number;
  orderNumber: string;
  store: string;
  /** The kind of work; entries from before it was kept have none. */
  kind?: string;
  /** The car in words, such as its plate and model. */
  car?: string;
  /** The day it was settled, as YYYY-MM-DD in the club's time zone; null while it is on account. */
  settledOn: string | null;
  /** What the owner paid, less what has gone back, in the currency's minor unit. */
  paidMinor: number;
  /** What has gone back, where any has. */
  refundedMinor?: number;
  currency: string;
  /** Base points, before tier and programme. Status points are these. */
  base: number;
  tier?: string;
  multiplier: number;
  programme?: string;
  /** The programme's bonus in percent of base × multiplier; 0 where there is none. */
  programmePercent: number;
  ruleVersion: number;
};

/** A request to book, named so that booking it again is booking it once. */
export type EntryKey = {
  /** Who asks, such as `service` or `gift`. Keys are unique within a scope. */
  scope: string;
  /** Names the request in its scope, such as `S1/WO-1001` or a form's request key. */
  key: string;
};

/** Points to give, in one lot with its own dates. */
export type Award = EntryKey & {
  accountId: number;
  /** "earn" unless said otherwise. */
  kind?: AwardKind;
  /** May be 0 when there are status points to give. */
  points: number;
  statusPoints?: number;
  /** Null: not known yet; the points are pending until a later entry settles it. */
  availableAt: Date | null;
  /** Null: not known yet, as above. */
  lapsesAt: Date | null;
  /** When it happened: where status points count, and where the statement shows it. */
  effectiveAt: Date;
  meta: EntryMeta;
};

/** Something was booked, now or when the same request came first. */
export type Booked = {
  ok: true;
  entryId: number;
  /** True when this very request had been booked before; nothing was booked now. */
  replayed: boolean;
  /** The book balance after the entry. */
  balance: number;
};

/** A lot that an entry made. */
export type LotMade = {
  lotId: number;
  points: number;
  remaining: number;
  /** How much of it went to repay debt. */
  repaidDebt: number;
  availableAt: Date | null;
  lapsesAt: Date | null;
  /** It replaces points that lapsed while they were spent or held. */
  grace: boolean;
};

/** Points of awards that are still there and that nobody has set aside, with one pair of dates. */
export type OpenLot = {
  points: number;
  /** Null: not known yet; the points are pending. */
  availableAt: Date | null;
  /** The first instant at which they can no longer be used; null: not known yet. */
  lapsesAt: Date | null;
};

/** Points an entry drew from a lot, or gave back to it. */
export type LotDrawn = {
  lotId: number;
  use: "spend" | "restore" | "reverse" | "lapse";
  /** Negative when they were given back. */
  points: number;
  lapsesAt: Date | null;
  /** The entry that made the lot. */
  madeBy: { entryId: number; kind: EntryKind; meta: EntryMeta };
};

/** A line of the statement, with what it takes to explain it. */
export type StatementEntry = {
  /** Its place in the account's statement, from 1, without gaps. Also the cursor of the next page. */
  version: number;
  entryId: number;
  kind: EntryKind;
  /** Plus or minus. */
  points: number;
  /** Balance after it. */
  balance: number;
  /** The day the statement shows; never earlier than the line below it. */
  valueAt: Date;
  effectiveAt: Date;
  bookedAt: Date;
  statusPoints: number;
  /** The entry this one takes back. */
  reverses: number | null;
  /** The entry that took this one back. */
  reversedBy: number | null;
  meta: EntryMeta;
  lotsMade: LotMade[];
  lotsDrawn: LotDrawn[];
};

/** An account by the clock. `posted` = available + pending + held − debt. */
export type Balance = {
  accountId: number;
  available: number;
  pending: number;
  held: number;
  debt: number;
  posted: number;
  /** When the next available points lapse, and how many do then. */
  nextLapseAt: Date | null;
  nextLapsePoints: number;
  /** Status points of the last twelve months, or of the window asked for. */
  statusPoints: number;
  /** How many lines the statement has. */
  version: number;
};

/** What a movement of points was, to somebody who looks at all members' together. */
export type FlowKind =
  | "brought-in"
  | "earned"
  /** Given by hand. */
  | "given"
  | "redeemed"
  /** A redemption that was cancelled. */
  | "returned"
  /** Taken by hand. */
  | "taken"
  | "reversed"
  /** Took the place of what an account owed. */
  | "repaid"
  | "expired"
  /** Into a grace lot, and out of the lot that it replaces. */
  | "moved";

/** Points that all members' lots, or debts, gained or lost in a month. Months are `YYYY-MM`. */
export type PointFlow = {
  month: string;
  what: FlowKind;
  /** The month in which they became available; null: not known yet, or debt. */
  cohort: string | null;
  /** Whether they are of a balance that was brought in. */
  isOpening: boolean;
  /** Whether they do not become available within the time asked about. */
  isPending: boolean;
  /** The month of the last day on which they can be used; null: not known yet, or debt. */
  lapses: string | null;
  /** Whether this is what accounts owe, rather than what lots hold. */
  isDebt: boolean;
  /** Plus or minus. */
  points: number;
};

/** Points that are set aside, by the month of the last day on which they could be used. */
export type HeldPoints = { lapses: string; points: number };
