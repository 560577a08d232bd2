import type { Role } from "./roles.ts";

type StaffRole = Exclude<Role, "referrer">;

const EVERYBODY: readonly StaffRole[] = ["desk", "events", "gifts", "sales", "finance", "admin"];

/**
 * Who of the dealership may do what: the one table that routes, pages and use cases ask (the roles' table
 * of product.md, "least privilege"). A permission is `what.act`; what it opens is said beside it.
 */
export const PERMISSIONS = {
  /** The one search box, and the card of whoever it finds. Phone and e-mail are masked. */
  "members.find": EVERYBODY,
  /** The list of all members with its filters. */
  "members.list": ["admin"],
  /** The list as a file, contact data and all. */
  "members.export": ["admin"],
  /** A member's phone and e-mail unmasked. Whoever lacks it may have one shown, which is written down. */
  "members.contact": ["desk", "admin"],
  /** Balance, and what lapses. The gifts' role answers whether somebody can have a gift. */
  "members.points": ["desk", "gifts", "finance", "admin"],
  /** Every entry: finance approves adjustments and refunds, and audits. */
  "members.statement": ["desk", "finance", "admin"],
  /** What they drive: sales know an owner by it. */
  "members.cars": ["desk", "sales", "admin"],
  /** What was done to it. */
  "members.visits": ["desk", "finance", "admin"],
  /** Their name, phone, birthday and e-mail corrected at the desk. */
  "members.correct": ["desk", "admin"],

  /** A visit recorded at the desk. */
  "visits.record": ["desk", "admin"],
  /** One that was recorded by mistake struck through, with its points. */
  "visits.void": ["desk", "admin"],
  /** A claim for missing points taken for an owner at the desk. */
  "claims.take": ["desk", "admin"],
  /** Such claims answered. */
  "claims.decide": ["desk", "admin"],
  /** A car confirmed to be somebody's, or taken from them. */
  "cars.confirm": ["desk", "admin"],

  /** The catalogue: what gifts there are, what they cost, and their stock. */
  "gifts.keep": ["gifts", "admin"],
  /** What was taken and what waits to be handed over. */
  "redemptions.see": ["desk", "gifts", "finance", "admin"],
  /** Gifts laid out, handed over, shipped, exchanged, cancelled; vouchers used. */
  "redemptions.serve": ["desk", "gifts", "admin"],
  /** Pieces brought from one store to another. */
  "stock.transfer": ["desk", "gifts", "admin"],
  /** Redemptions by gift, store and month, and what they cost. */
  "gifts.report": ["gifts", "finance", "admin"],

  /** Events made, published, changed and cancelled. */
  "events.keep": ["events", "admin"],
  /** What is held, who comes and who waits. */
  "events.see": ["desk", "events", "finance", "admin"],

  /** Parties registered for members, let in over capacity, and cancelled. */
  "registrations.keep": ["desk", "events", "admin"],

  /** Who comes to an event marked on its day. */
  "attendance.mark": ["desk", "events", "admin"],

  /** Albums of events: pictures brought in, who is on them, shown and taken back. */
  "albums.keep": ["events", "admin"],
  /** What was done together at an event counted, on its day or after it. */
  "impact.record": ["desk", "events", "admin"],
  /** What the club counts, and in which words. */
  "impact.keep": ["events", "admin"],

  /** Draws set up, their lists closed, the public value read, and called off. */
  "draws.keep": ["events", "admin"],
  /** Who won what, and prizes handed over. */
  "draws.serve": ["desk", "events", "admin"],

  /** Contests set up, opened, closed and called off; entries given to whose they are, and withdrawn. */
  "contests.keep": ["events", "admin"],
  /** Entries taken on the spot: pictures, times, votes. */
  "contests.enter": ["desk", "events", "admin"],
  /** How those who came liked an event, and what they wrote; each with a name only where they agreed to it. */
  "surveys.see": ["events", "finance", "admin"],
  /** Reports of events: who came, what it cost, how it was liked; and costs typed for them. */
  "events.report": ["events", "finance", "admin"],
  /** Certificates issued, corrected and printed. */
  "certificates.keep": ["events", "admin"],
  /** Judges given links, ended and left out; their scores seen, and corrected with a reason. */
  "judging.keep": ["events", "admin"],

  /** Prizes of contests handed over, on the stage and at the desk. */
  "contest-prizes.serve": ["desk", "events", "admin"],

  /** Friends whom somebody recommended: called, met, moved on, handed over. */
  "leads.work": ["sales", "admin"],
  /** What looks wrong about a lead, and appeals of referrers, decided. */
  "leads.review": ["admin"],
  /** Campaigns of referrals, and what VIP referrers get. */
  "campaigns.keep": ["admin"],
  /** How referrals do: by month, store, consultant and source. */
  "leads.figures": ["sales", "finance", "admin"],

  /** Points given or taken by hand. */
  "adjustments.ask": ["desk", "finance", "admin"],
  /** The second person of an adjustment; never whoever asked for it, nor for their own account. */
  "adjustments.approve": ["finance"],
  /** What members owe and paid, and a day's closing list. */
  "payments.see": ["desk", "gifts", "finance", "admin"],
  /** Money taken at a counter. */
  "payments.record": ["desk", "gifts", "finance", "admin"],
  /** Money given back. */
  "payments.refund": ["finance"],
  /** Having a subscription end: no money moves. */
  "payments.end-renewal": ["finance", "admin"],
  /** What the club has written down held against Stripe's books, and what differs answered. */
  "payments.reconcile": ["finance"],

  /** A year of gold sold at the counter. */
  "dues.sell": ["desk", "finance", "admin"],
  /** Gold given with a reason and an end, or taken back. */
  "tiers.grant": ["admin"],
  "rules.see": ["finance", "admin"],
  "rules.change": ["admin"],

  /** Files of workshop orders brought in: the day's at the desk. */
  "imports.run": ["desk", "admin"],
  /** The roster: it makes members, and gives them opening balances. */
  "imports.roll": ["admin"],
  /** A mistaken import taken back as a whole. */
  "imports.reverse": ["admin"],
  /** What the workshop's rows leave open answered: it gives and takes points. */
  "orders.answer": ["admin"],

  /** The books: points liability, rates, gifts owed and their cost, dues; and the journal of them. */
  "finance.see": ["finance", "admin"],
  /** The club's numbers. */
  "figures.see": ["finance", "admin"],
  /** Who works here and what each may do. */
  "staff.manage": ["admin"],
  /** Keys with which programs ask the club. */
  "api-keys.manage": ["admin"],
  /** Programs that the club tells what happens, their secrets, and what became of each message. */
  "webhooks.manage": ["admin"],
  /** Name, languages, time zone, stores, logo. */
  "club.change": ["admin"],
  /** Who saw or changed what. */
  "audit.see": ["finance", "admin"],
  /** Letters sent, and what became of them. */
  "mails.see": ["admin"],
} as const satisfies Record<string, readonly StaffRole[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether any of somebody's roles may. */
export const may = (roles: readonly Role[], permission: Permission): boolean => {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
};
