import { describe, expect, test } from "vitest";
import { loadProfile } from "#app/modules/account/load-profile.server.ts";
import { endDevice } from "#app/modules/auth/end-device.server.ts";
import { loadDevices } from "#app/modules/auth/load-devices.server.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { loadCard } from "#app/modules/home/load-card.server.ts";
import { loadCardQr } from "#app/modules/home/load-card-qr.server.ts";
import { chooseLetters } from "#app/modules/letters/choose-letters.server.ts";
import { loadTierPage } from "#app/modules/standing/load-tier-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aMember, BY_PASSWORD, type TestMember } from "../../support/people.ts";
import { aCar, anOrder, goldFrom, noon, takeBack } from "../garage/workshop-fixtures.ts";

testDatabase();

const today = noon("2026-11-21");
const tierPage = (member: TestMember, programme = "home") =>
  loadTierPage(db(), { id: member.memberId, accountId: member.accountId, programme }, today);

describe("what counts for the tier", () => {
  test("is every order of the last twelve months, and no older one", async () => {
    const member = await aMember();
    const car = await aCar(member);
    await anOrder(member, car, "2025-11-21", { paid: 9_000 });
    await anOrder(member, car, "2025-11-22", { paid: 500 });
    await anOrder(member, car, "2026-11-20", { paid: 700 });
    const { counted, standing, others } = await tierPage(member);
    expect(counted.map((entry) => entry.points)).toEqual([70, 50]);
    expect(standing.status).toBe(120);
    expect(others).toEqual({ entries: 0, points: 0 });
  });

  test("an award taken back is not in the list", async () => {
    const member = await aMember();
    const car = await aCar(member);
    const { entryId } = await anOrder(member, car, "2026-05-01");
    await takeBack(entryId as number, "RO1", "order-cancelled");
    expect((await tierPage(member)).counted).toEqual([]);
  });

  test("a very long list ends in a sum, and the two add up", async () => {
    const member = await aMember();
    const car = await aCar(member);
    for (let n = 1; n <= 33; n++) await anOrder(member, car, "2026-05-01", { paid: 10 });
    const { counted, others, standing } = await tierPage(member);
    expect(counted).toHaveLength(30);
    expect(others).toEqual({ entries: 3, points: 3 });
    expect(standing.status).toBe(33);
  });
});

test("a card of the region says what it adds", async () => {
  const member = await aMember();
  expect((await tierPage(member, "region")).programmeBonus).toBe(50);
  expect((await tierPage(member, "home")).programmeBonus).toBe(0);
});

test("the card shows its member, and a QR code of its token", async () => {
  const member = await aMember({ name: "欧阳明月" });
  await goldFrom(member, "2020-01-01", "2040-12-31");
  expect(await loadCard(db(), member.memberId)).toEqual({
    name: "欧阳明月",
    number: member.number,
    joinedOn: "2024-03-01",
    tier: "gold",
  });
  const { size, modules } = await loadCardQr(db(), member.memberId);
  expect(modules).toMatch(/^[01]+$/);
  expect(modules).toHaveLength(size * size);
});

test("the language of letters is kept when chosen", async () => {
  const member = await aMember({ locale: null });
  expect(await loadProfile(db(), member.id)).toMatchObject({ letters: null });
  await chooseLetters(db(), member.id, "zh-CN");
  expect(await loadProfile(db(), member.id)).toMatchObject({
    letters: "zh-CN",
    email: member.email,
  });
});

test("of several browsers one can be signed out, and only by their own person", async () => {
  const member = await aMember();
  const stranger = await aMember();
  const here = await openSession(db(), member.id, aBrowser(), BY_PASSWORD);
  const elsewhere = { ...aBrowser(), userAgent: "(iPhone) Safari/604.1", address: "203.0.113.77" };
  const there = await openSession(db(), member.id, elsewhere, BY_PASSWORD);
  const session = await loadSession(db(), here.token);
  const devices = await loadDevices(db(), member.id, session?.sessionId ?? "", false);
  expect(devices.map((device) => device.current)).toEqual([true, false]);
  expect(devices[1]).toMatchObject({
    name: { system: "iPhone", browser: "Safari" },
    place: "203.0.113.*",
    since: expect.any(Date),
  });
  expect(JSON.stringify(devices)).not.toContain("203.0.113.77");

  const other = devices[1]?.sessionId ?? "";
  await endDevice(db(), stranger.id, other);
  expect(await loadSession(db(), there.token)).not.toBeNull();
  await endDevice(db(), member.id, other);
  expect(await loadSession(db(), there.token)).toBeNull();
  expect(await loadSession(db(), here.token)).not.toBeNull();
});
