import { readEmail } from "#app/modules/person/email.ts";
import { readMemberNumber } from "#app/modules/person/member-number.ts";
import { NAME_AT_MOST, readName } from "#app/modules/person/name.ts";
import { readPhone } from "#app/modules/person/phone.ts";
import type { GoldPeriod, Tier } from "#app/modules/standing/tier.ts";
import { readPlate } from "#app/modules/vehicle/plate.ts";
import { readVin } from "#app/modules/vehicle/vin.ts";
import { readCellDate } from "#app/platform/cell-date.ts";
import { cellLabel, cellText, isDamaged } from "#app/platform/cell-text.ts";
import type { ClubTime, Day } from "#app/platform/club-time.ts";
import { hasLostDigits } from "#app/platform/lost-digits.ts";

const rosterFields = [
  "member_number",
  "name",
  "phone",
  "email",
  "tier",
  "card_programme",
  "joined_on",
  "tier_since",
  "tier_until",
  "vin",
  "plate",
  "model",
  "opening_points",
  "opening_lapses_on",
  "opening_points_2",
  "opening_lapses_on_2",
] as const;

export type RosterField = (typeof rosterFields)[number];

/** The cells of one row of the roster as they stand in the file, by column. */
export type RosterCells = Record<RosterField, string>;

/** Points a member brings along, usable through a day of the club. */
export type OpeningBalance = { points: number; usableThrough: Day; lapsesAt: Date };

export type RosterMember = {
  number: string;
  name: string;
  phone: string | null;
  email: string | null;
  tier: Tier;
  programme: string;
  joinedOn: Day;
  /** The time of gold of a gold member: from `tier_since` through `tier_until`. */
  gold: GoldPeriod | null;
  car: { vin: string | null; plate: string | null; model: string | null } | null;
  openings: OpeningBalance[];
};

/** Why a row is no member; a row is rejected for the first that holds, in this order. */
const rosterRejections = [
  "bad_member_number",
  "damaged_text",
  "missing_name",
  "unknown_tier",
  "unknown_programme",
  "bad_date",
  "bad_opening_balance",
] as const;

export type RosterRejection = (typeof rosterRejections)[number];

/** What somebody should look at in a member who was taken all the same; what is unusable was left out. */
export type RosterFlag =
  | "phone_unusable"
  | "phone_lost_digits"
  | "email_unusable"
  | "vin_unusable"
  | "vin_lost_digits"
  | "vin_unverified"
  | "plate_unusable";

export type RosterReading =
  | { ok: true; member: RosterMember; flags: RosterFlag[] }
  | { ok: false; reason: RosterRejection; number: string | null };

/** What a roster is read against: the club's calendar, and the card programmes it has. */
export type RosterContext = { time: ClubTime; programmes: readonly string[] };

const longestModel = 80;
const mostOpeningPoints = 100_000_000;

/**
 * Reads one row of the roster a club brings along as a member, or names the one reason why it is none.
 *
 * A phone, an e-mail or a car that cannot be read costs the member only that, and is flagged: the member
 * and the points come first. A row whose tier, dates or points are in doubt is refused whole.
 */
export function readRosterRow(
  cells: RosterCells,
  { time, programmes }: RosterContext,
): RosterReading {
  const number = readMemberNumber(cells.member_number);
  const rejected = (reason: RosterRejection): RosterReading => ({ ok: false, reason, number });

  if (number === null) return rejected("bad_member_number");
  if (isDamaged(cells)) return rejected("damaged_text");
  const written = readName(cells.name);
  if (written === null) return rejected("missing_name");
  const name = Array.from(written).slice(0, NAME_AT_MOST).join("").trimEnd();
  const tier = cellText(cells.tier).toLowerCase();
  if (tier !== "silver" && tier !== "gold") return rejected("unknown_tier");
  const programme = cellText(cells.card_programme).toLowerCase();
  if (!programmes.includes(programme)) return rejected("unknown_programme");

  const joinedOn = readCellDate(cells.joined_on, time)?.day;
  if (!joinedOn) return rejected("bad_date");
  const gold = tier === "gold" ? readGold(cells, joinedOn, time) : null;
  if (gold === "bad_date") return rejected("bad_date");

  const openings: OpeningBalance[] = [];
  for (const [points, lapsesOn] of [
    [cells.opening_points, cells.opening_lapses_on],
    [cells.opening_points_2, cells.opening_lapses_on_2],
  ] as const) {
    const opening = readOpening(points, lapsesOn, time);
    if (opening === "bad") return rejected("bad_opening_balance");
    if (opening) openings.push(opening);
  }

  const phone = readPhone(cells.phone);
  const email = readEmail(cells.email);
  const { vin, flag: vinFlag } = readVin(cells.vin);
  const plate = readPlate(cells.plate);
  const flags: RosterFlag[] = [];
  if (phone === null && isFilled(cells.phone)) {
    flags.push(hasLostDigits(cells.phone) ? "phone_lost_digits" : "phone_unusable");
  }
  if (email === null && isFilled(cells.email)) flags.push("email_unusable");
  if (vin === null && isFilled(cells.vin)) {
    flags.push(hasLostDigits(cells.vin) ? "vin_lost_digits" : "vin_unusable");
  }
  if (vinFlag === "unverified") flags.push("vin_unverified");
  if (plate === null && isFilled(cells.plate)) flags.push("plate_unusable");

  const car =
    vin === null && plate === null
      ? null
      : { vin, plate, model: cellLabel(cells.model, longestModel) };
  return {
    ok: true,
    member: { number, name, phone, email, tier, programme, joinedOn, gold, car, openings },
    flags,
  };
}

/** Gold without a day it began is gold since joining; without an end, or ending first, it is in doubt. */
function readGold(cells: RosterCells, joinedOn: Day, time: ClubTime): GoldPeriod | "bad_date" {
  const since = isFilled(cells.tier_since) ? readCellDate(cells.tier_since, time)?.day : joinedOn;
  const until = readCellDate(cells.tier_until, time)?.day;
  if (!since || !until || until < since) return "bad_date";
  return { from: time.startOfDay(since), until: time.endOfDay(until), source: "roll" };
}

function readOpening(
  pointsCell: string,
  lapsesOnCell: string,
  time: ClubTime,
): OpeningBalance | "bad" | null {
  const text = cellText(pointsCell);
  if (text === "" || /^0+$/.test(text)) return null;
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0+)?$/.exec(text);
  const points = Number((match?.[1] ?? "").replaceAll(",", ""));
  const usableThrough = readCellDate(lapsesOnCell, time)?.day;
  if (points < 1 || points > mostOpeningPoints || !usableThrough) return "bad";
  return { points, usableThrough, lapsesAt: time.endOfDay(usableThrough) };
}

function isFilled(cell: string): boolean {
  return cellText(cell) !== "";
}
