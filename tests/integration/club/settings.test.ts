import { parseWithZod } from "@conform-to/zod/v4";
import { beforeEach, expect, test } from "vitest";
import { addStore, changeStore } from "#app/modules/club/change-stores.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { ClubForm, type ClubSettings } from "#app/modules/club/forms.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadClubSettings } from "#app/modules/club/load-club-settings.server.ts";
import { loadOpenStores, loadStores } from "#app/modules/club/load-stores.server.ts";
import { saveClub } from "#app/modules/club/save-club.server.ts";
import { setLogo } from "#app/modules/club/set-logo.server.ts";
import { loadWorkingHours } from "#app/modules/working-hours/load-working-hours.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { anExport, bringOrders } from "../../support/imports.ts";
import { aPerson } from "../../support/people.ts";

freshDatabase();

let who: { by: number; address: string };

beforeEach(async () => {
  await ensureClub(db(), { name: "Harbour Club", nameZh: "海港车友会" });
  who = { by: (await aPerson({ roles: ["admin"] })).id, address: "192.0.2.7" };
});

async function load() {
  const page = await loadClubSettings(db());
  if (!page) throw new Error("There is no club.");
  return page;
}
async function save(changes: Partial<ClubSettings>, seen?: string) {
  const page = await load();
  const settings = { ...page.settings, ...changes };
  return saveClub(db(), { settings, seen: seen ?? page.seen, ...who });
}

test("what is saved is what every page knows at once, and the log names the fields alone", async () => {
  expect((await loadClub()).name).toBe("Harbour Club");
  const changes: Partial<ClubSettings> = {
    name: "Lake Club",
    timeZone: "Europe/Berlin",
    workingDays: [1, 6],
    closedDays: ["2027-02-06", "2027-02-08"],
    openDays: ["2027-02-14"],
    opensAt: 8 * 60 + 30,
    closesAt: 24 * 60,
    contactEmail: "club@marque.test",
    languages: ["zh-CN"],
  };
  expect(await save(changes)).toEqual({ ok: true });
  expect(await loadClub()).toMatchObject({ name: "Lake Club", timeZone: "Europe/Berlin" });
  expect((await load()).settings).toMatchObject(changes);
  const [line] = await db().auditEntry.findMany({ where: { action: "club.changed" } });
  expect(line).toMatchObject({ personId: who.by, subject: "club:1" });
  expect(JSON.stringify(line?.detail)).not.toContain("Lake");
});

test("of two admins who save at once the second is told, and loses nothing of the first's", async () => {
  const { seen } = await load();
  const answers = await Promise.all([
    save({ name: "One" }, seen),
    save({ contactPhone: "400 820 0000" }, seen),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "changed-meanwhile" });
});

test("the currency may change until the first invoice is on file, and everything else after it", async () => {
  expect(await save({ currency: "EUR" })).toEqual({ ok: true });
  await bringOrders(anExport({}));
  expect((await load()).moneyOnFile).toBe(true);
  expect(await save({ currency: "CNY" })).toEqual({ ok: false, refusal: "money-on-file" });
  expect(await save({ name: "Other" })).toEqual({ ok: true });
});

test("stores: one of a name, an English name beside it, closed and opened again", async () => {
  expect(await addStore(db(), { store: "东岸店", storeEn: null, ...who })).toBe(true);
  expect(await addStore(db(), { store: "东岸店", storeEn: "East", ...who })).toBe(false);
  const [store] = (await load()).stores;
  const id = store?.id as number;
  const own = { workingDays: [2, 6], opensAt: 600, closesAt: 1200 };
  const clubs = { workingDays: [], opensAt: null, closesAt: null };
  const change = (to: Omit<Parameters<typeof changeStore>[1], "by" | "address">) =>
    changeStore(db(), { ...to, ...who });
  expect(await change({ id, storeEn: "East shore", open: false, ...own })).toBe(true);
  expect((await load()).stores).toEqual([
    { id, name: "东岸店", nameEn: "East shore", open: false, ...own },
  ]);
  expect(await loadWorkingHours(db(), id)).toMatchObject(own);
  expect(await loadStores(db())).toEqual([{ id, name: { en: "East shore", zh: "东岸店" } }]);
  expect(await loadOpenStores(db())).toEqual([]);
  await db().storeAlias.create({ data: { name: "东岸旧店", key: "东岸旧店", storeId: id } });
  expect((await loadClub()).englishStores).toMatchObject({ 东岸店: "East shore" });
  await change({ id, storeEn: null, open: true, ...clubs });
  expect((await loadClub()).englishStores).toEqual({});
  expect((await load()).stores).toMatchObject([{ nameEn: null, open: true }]);
  const { workingDays, opensAt } = (await load()).settings;
  expect(await loadWorkingHours(db(), id)).toMatchObject({ workingDays, opensAt });
  expect(await change({ id: 999, storeEn: null, open: true, ...clubs })).toBe(false);
});

test("a logo that is no picture changes nothing; a real one is on every page, and goes again", async () => {
  const notOne = Buffer.from("<svg onload=alert(1)>");
  expect(await setLogo(db(), { picture: notOne, ...who })).toEqual({
    ok: false,
    refusal: "not-a-picture",
  });
  expect((await loadClub()).logoId).toBeNull();
  const pixel = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  expect(await setLogo(db(), { picture: pixel, ...who })).toEqual({ ok: true });
  expect((await loadClub()).logoId).not.toBeNull();
  await setLogo(db(), { picture: null, ...who });
  expect((await loadClub()).logoId).toBeNull();
});

const form = (fields: Record<string, string | string[]>) => {
  const sent = new FormData();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) sent.append(name, value);
  }
  return parseWithZod(sent, { schema: ClubForm });
};

test("the form reads days in any list, and names what it cannot read", () => {
  const good = {
    name: " Lake Club ",
    nameZh: "湖畔车友会",
    languages: ["en", "zh-CN"],
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    workingDays: ["1", "2"],
    closedDays: "2027-02-08, 2027-02-06\n2027-02-06",
    openDays: "2027-02-14",
    opensAt: "08:30",
    closesAt: "24:00",
    contactPhone: "400 820 0000",
  };
  const read = form(good);
  expect(read.status === "success" && read.value).toMatchObject({
    name: "Lake Club",
    closedDays: ["2027-02-06", "2027-02-08"],
    openDays: ["2027-02-14"],
    opensAt: 8 * 60 + 30,
    closesAt: 24 * 60,
    contactEmail: null,
    contactPhone: "400 820 0000",
  });
  const bad = form({
    ...good,
    nameZh: "",
    currency: "XYZ",
    timeZone: "Mars/Base",
    workingDays: [],
    closedDays: "2027-02-30",
    opensAt: "25:00",
    contactPhone: "call me",
  });
  expect(Object.keys(bad.reply().error ?? {}).sort()).toEqual([
    "closedDays",
    "contactPhone",
    "currency",
    "nameZh",
    "opensAt",
    "timeZone",
    "workingDays",
  ]);
  expect(form({ ...good, opensAt: "18:00", closesAt: "18:00" }).reply().error).toEqual({
    closesAt: ["club.error.hours"],
  });
});
