import { z } from "zod";
import { workKinds } from "./work-kind.ts";

const points = z.number().int().min(0).max(1_000_000);
const percent = z.number().int().min(0).max(10_000);
const months = z.number().int().min(1).max(1200);
const days = z.number().int().min(0).max(3650);
const minorUnits = z.number().int().min(0).max(100_000_000_000);
const kinds = z.array(z.enum(workKinds));

const programme = z.strictObject({
  /** Per cent on top of the points after the tier, floored. */
  bonusPercent: percent.default(0),
  /** The kinds of work the bonus is for. */
  bonusKinds: kinds.default([]),
  /** What people call it, in either language or both; none where nobody has said. */
  title: z
    .strictObject({ en: z.string().max(40), zh: z.string().max(40) })
    .refine(({ en, zh }) => en !== "" || zh !== "")
    .optional(),
});

/**
 * Every number of the club's rules of points, with what product.md gives for each ("Points, to the last
 * rule"). Money is in minor units of the club's currency. Each saved change is a version of its own, and an
 * entry names the version that made it.
 */
export const clubRulesSchema = z.strictObject({
  earning: z
    .strictObject({
      /** Money paid for one base point: ¥10. */
      minorPerPoint: minorUnits.min(1).default(1000),
      earningKinds: kinds.default(["maintenance", "repair", "accessories"]),
      /** Points per base point, in per cent. */
      tierPercent: z
        .strictObject({ silver: percent.default(100), gold: percent.default(200) })
        .prefault({}),
      /** The card programmes of the club by name, and what each adds. */
      programmes: z.record(z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/), programme).default({
        home: { bonusPercent: 0, bonusKinds: [] },
        region: { bonusPercent: 50, bonusKinds: ["maintenance"] },
      }),
    })
    .prefault({}),
  tiers: z
    .strictObject({
      /** Status points that make gold, within the window. */
      goldStatusPoints: points.min(1).default(2000),
      windowMonths: months.default(12),
      /** Gold lasts to the end of the month this many months after it was earned. */
      goldMonths: months.default(12),
      graceDays: days.default(60),
      goldDuesMinor: minorUnits.default(58_800),
      /** What a usual service costs, for "about 2 services" where an owner has no services yet: ¥1,200. */
      usualServiceMinor: minorUnits.min(1).default(120_000),
    })
    .prefault({}),
  lapse: z
    .strictObject({
      /** Points lapse at the end of the month this many months after they became available. */
      months: months.default(24),
      /** Days before it on which the owner is reminded. */
      remindDaysBefore: z.array(days.min(1)).max(10).default([60, 30, 7]),
      /** How long a lot lasts that lapsed while it was spent and then came back. */
      graceLotDays: days.min(1).default(30),
    })
    .prefault({}),
  otherEarning: z
    .strictObject({
      joining: points.default(100),
      birthday: z
        .strictObject({ silver: points.default(100), gold: points.default(200) })
        .prefault({}),
      odometerUpdate: points.default(5),
      odometerUpdatesPerMonth: z.number().int().min(0).max(31).default(1),
      survey: points.default(20),
      leadAccepted: points.default(50),
      leadTestDrive: points.default(200),
      leadDelivered: points.default(2000),
      /** How long a delivery's points wait, against cancellation. */
      leadDeliveredPendingDays: days.default(14),
    })
    .prefault({}),
  surveys: z
    .strictObject({
      /** How many days after an event those who came can say how it was, and change what they said. */
      openDays: days.min(1).default(21),
    })
    .prefault({}),
  adjustments: z
    .strictObject({
      /** An adjustment above this many points needs a second person. */
      approvalAbove: points.default(500),
    })
    .prefault({}),
  claims: z
    .strictObject({
      /** Working days within which a claim for missing points is answered. */
      answerWithinWorkingDays: days.min(1).default(3),
      /** How long after a visit one can be filed. */
      withinMonths: months.default(12),
    })
    .prefault({}),
  gifts: z
    .strictObject({
      /** How long a gift waits at the store, from when it is ready. */
      collectWithinDays: days.min(1).default(30),
      /** How many days before the end its owner is reminded. */
      remindDaysBefore: days.min(1).default(7),
      /** Whether the points of what was not collected, or of a voucher that nobody used, come back. */
      lapsedPointsReturn: z.boolean().default(true),
      /** How long the money part of a gift can be paid, from when it was taken. */
      payWithinDays: days.min(1).default(14),
      /** How long after it a hand-over, or a voucher's use, can be undone. */
      undoUseMinutes: z.number().int().min(0).max(1_440).default(10),
      /** A gift that so many services bring into reach is almost there. */
      almostServices: z.number().int().min(1).max(20).default(3),
    })
    .prefault({}),
  referrals: z
    .strictObject({
      /** How long a friend is the referrer's who named them, from what was last done with the lead. */
      holdDays: days.min(1).default(90),
      /** How many days before that ends the referrer is told. */
      remindHoldDaysBefore: days.min(1).default(7),
      /** Working time within which a friend is called for the first time. */
      firstContactHours: z.number().int().min(1).max(720).default(24),
      /** Accepted leads that bring a referrer points, in a month. */
      acceptedPerMonth: z.number().int().min(0).max(1_000).default(10),
      /** Accepted leads that make a VIP referrer, within so many months. */
      vipLeads: z.number().int().min(1).max(100).default(3),
      vipMonths: months.default(12),
      /** What a friend gets who buys and joins. */
      friendWelcome: points.default(100),
      /** Whether friends have to say that they agreed, before they are called. */
      friendConfirms: z.boolean().default(false),
      /** How long what speaks against a lead is kept. */
      evidenceDays: days.min(1).default(30),
    })
    .prefault({}),
  finance: z
    .strictObject({
      /** What a hundred points are worth in the books: ¥7, about what gifts for them cost the club. */
      minorPer100Points: minorUnits.default(700),
    })
    .prefault({}),
  joining: z
    .strictObject({
      /** How far back the orders of a car reach that earn when its owner joins. */
      earnsOrdersOfDays: days.default(90),
    })
    .prefault({}),
});

/** One version of the club's rules, whole. */
export type ClubRules = z.output<typeof clubRulesSchema>;
export type TierRules = ClubRules["tiers"];

/** The rules of a club that has changed none. */
export const defaultClubRules: ClubRules = clubRulesSchema.parse({});
