import { describe, expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { type RosterCells, readRosterRow } from "./roster-row.ts";

const context = { time: clubTime("Asia/Shanghai"), programmes: ["home", "region"] };

function cells(change: Partial<RosterCells> = {}): RosterCells {
  return {
    member_number: "M00010025",
    name: "邵丽",
    phone: "18640298754",
    email: "Owner00002@marque.test",
    tier: "silver",
    card_programme: "region",
    joined_on: "2024-08-10",
    tier_since: "2024-08-10",
    tier_until: "",
    vin: "JTH47ZTAXN2978604",
    plate: "鲁GD89555",
    model: "雷克萨斯 ES200",
    opening_points: "1340",
    opening_lapses_on: "2028-03-31",
    opening_points_2: "120",
    opening_lapses_on_2: "2026-01-31",
    ...change,
  };
}

function memberOf(change: Partial<RosterCells>) {
  const reading = readRosterRow(cells(change), context);
  if (!reading.ok) throw new Error(`rejected: ${reading.reason}`);
  return reading;
}

test("a row becomes a member with two opening balances", () => {
  expect(readRosterRow(cells(), context)).toEqual({
    ok: true,
    flags: [],
    member: {
      number: "M00010025",
      name: "邵丽",
      phone: "+8618640298754",
      email: "owner00002@marque.test",
      tier: "silver",
      programme: "region",
      joinedOn: "2024-08-10",
      gold: null,
      car: { vin: "JTH47ZTAXN2978604", plate: "鲁GD89555", model: "雷克萨斯 ES200" },
      openings: [
        { points: 1340, usableThrough: "2028-03-31", lapsesAt: new Date("2028-03-31T16:00:00Z") },
        { points: 120, usableThrough: "2026-01-31", lapsesAt: new Date("2026-01-31T16:00:00Z") },
      ],
    },
  });
});

test("a gold member is gold from the first day through the last", () => {
  const gold = { tier: "gold", tier_since: "2025-07-01", tier_until: "2027-06-30" };
  expect(memberOf(gold).member.gold).toEqual({
    from: new Date("2025-06-30T16:00:00Z"),
    until: new Date("2027-06-30T16:00:00Z"),
    source: "roll",
  });
});

test("9999-12-31, which other systems write for no end, is a day like any other", () => {
  const gold = { tier: "gold", tier_since: "2025-07-01", tier_until: "9999-12-31" };
  const { member } = memberOf({ ...gold, opening_lapses_on: "9999-12-31" });
  const end = new Date("9999-12-31T16:00:00Z");
  expect(member.gold?.until).toEqual(end);
  expect(member.openings[0]).toMatchObject({ usableThrough: "9999-12-31", lapsesAt: end });
});

describe("a row is rejected for the first reason that holds", () => {
  test.each<[string, Partial<RosterCells>, string]>([
    ["a wrong check digit", { member_number: "M00010026", name: "" }, "bad_member_number"],
    ["no name", { name: " ", tier: "?" }, "missing_name"],
    ["a tier nobody knows", { tier: "platinum", card_programme: "?" }, "unknown_tier"],
    [
      "a programme the club does not have",
      { card_programme: "moon", joined_on: "" },
      "unknown_programme",
    ],
    ["no day of joining", { joined_on: "" }, "bad_date"],
    ["a day that does not exist", { joined_on: "2024-02-30" }, "bad_date"],
    ["gold without an end", { tier: "gold" }, "bad_date"],
    ["gold that ends before it begins", { tier: "gold", tier_until: "2024-08-09" }, "bad_date"],
    ["points without a day they lapse", { opening_lapses_on: "" }, "bad_opening_balance"],
    ["points that are words", { opening_points: "many" }, "bad_opening_balance"],
    ["points below nought", { opening_points_2: "-5" }, "bad_opening_balance"],
    ["half a point", { opening_points: "12.5" }, "bad_opening_balance"],
    ["points beyond belief", { opening_points: "999999999" }, "bad_opening_balance"],
  ])("%s", (_case, change, reason) => {
    expect(readRosterRow(cells(change), context)).toMatchObject({ ok: false, reason });
  });
});

describe("what can be left out is left out and flagged", () => {
  test.each<[string, Partial<RosterCells>, object, string[]]>([
    ["a masked phone", { phone: "186****8754" }, { phone: null }, ["phone_unusable"]],
    ["no phone at all is no flag", { phone: "" }, { phone: null }, []],
    ["a broken e-mail", { email: "owner@" }, { email: null }, ["email_unusable"]],
    ["an e-mail with a comma", { email: "a,b@c.de" }, { email: null }, ["email_unusable"]],
    [
      "a VIN with a wrong check digit",
      { vin: "LSVJ2JKA7J1766649" },
      { car: { vin: null, plate: "鲁GD89555", model: "雷克萨斯 ES200" } },
      ["vin_unusable"],
    ],
    [
      "a European VIN stays, to be compared",
      { vin: "WVWZZZ1JZ3W386752" },
      { car: { vin: "WVWZZZ1JZ3W386752", plate: "鲁GD89555", model: "雷克萨斯 ES200" } },
      ["vin_unverified"],
    ],
    ["no car", { vin: "", plate: "" }, { car: null }, []],
    [
      "a plate that is none",
      { plate: "未上牌" },
      { car: { vin: "JTH47ZTAXN2978604", plate: null, model: "雷克萨斯 ES200" } },
      ["plate_unusable"],
    ],
  ])("%s", (_case, change, member, flags) => {
    const reading = memberOf(change);
    expect(reading.member).toMatchObject(member);
    expect(reading.flags).toEqual(flags);
  });
});

describe("opening balances", () => {
  test("none is none, and nought is none", () => {
    const none = {
      opening_points: "",
      opening_lapses_on: "",
      opening_points_2: "0",
      opening_lapses_on_2: "",
    };
    expect(memberOf(none).member.openings).toEqual([]);
  });

  test("a second one without a first is the only one", () => {
    const second = memberOf({ opening_points: "", opening_lapses_on: "" }).member.openings;
    expect(second.map((opening) => opening.points)).toEqual([120]);
  });

  test("a spreadsheet's spelling of points and day is read", () => {
    const saved = memberOf({ opening_points: "1,340.00", opening_lapses_on: "2028/3/31" });
    expect(saved.member.openings[0]).toMatchObject({ points: 1340, usableThrough: "2028-03-31" });
  });
});

test("names of people stay as they are: emoji, right to left, apostrophes, formulas", () => {
  const names = ["🚗 Öztürk", "עֲמִית כֹּהֵן", "O'Brien", '=HYPERLINK("http://x","y")'];
  expect(names.map((name) => memberOf({ name }).member.name)).toEqual(names);
});
