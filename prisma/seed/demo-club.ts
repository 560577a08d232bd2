import { type Role, STAFF_ROLES } from "#app/modules/access/roles.ts";
import { giveDemoPassword } from "#app/modules/auth/give-demo-password.server.ts";
import { changeStore } from "#app/modules/club/change-stores.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import type { ImportAnswer } from "#app/modules/imports/import-run.ts";
import { adjustPoints } from "#app/modules/ledger/adjust-points.server.ts";
import { lapseDue } from "#app/modules/ledger/lapse-due.server.ts";
import { remindOfLapsingPoints } from "#app/modules/points/remind-of-lapsing-points.server.ts";
import { importMembers } from "#app/modules/roster/import-members.server.ts";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { addStaff } from "#app/modules/staff/add-staff.server.ts";
import { addDays, clubTime, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { bytesSource, type TableSource } from "#app/platform/table-file.server.ts";
import { loadDemoAlbums } from "./albums.ts";
import { loadDemoCampaigns } from "./campaigns.ts";
import { loadDemoCars } from "./cars.ts";
import { issueDemoCertificates } from "./certificates.ts";
import { fileSampleClaims } from "./claims.ts";
import { publishDemoResults } from "./contest-results.ts";
import { loadDemoContests } from "./contests.ts";
import { loadDaysOver } from "./days-over.ts";
import { addDemoFamily } from "./demo-family.ts";
import { recordSampleVisits } from "./desk.ts";
import { loadDemoDraws } from "./draws.ts";
import { sellSampleYear } from "./dues.ts";
import { noteDemoCosts } from "./event-costs.ts";
import { loadDemoEvents } from "./events.ts";
import { loadDemoGifts } from "./gifts.ts";
import { countTrees } from "./impact.ts";
import { loadDemoJudging } from "./judging.ts";
import { loadDemoLeads } from "./leads.ts";
import { recentExports } from "./recent-exports.ts";
import { takeSampleGifts } from "./redemptions.ts";
import { addReferrers } from "./referrers.ts";
import { type DemoStaff, seedRules } from "./rules.ts";
import { SPENT_BY_INDEBTED, sampleCorrections, sampleOrders, sampleRoll } from "./sample-people.ts";
import { loadDemoSurvey } from "./surveys.ts";
import { addDemoWebhook } from "./webhooks.ts";

const PASSWORD = "demo-demo-demo";
const OWNERS = ["silver@marque.test", "gold@marque.test", "referrer@marque.test"];

/**
 * Loads the demo club, once: real exports and a few lively owners, through the same use cases as the
 * site. A load that was cut short is taken up again, since importing twice changes nothing.
 *
 * @throws Error when the database holds a real club.
 */
export async function loadDemoClub(): Promise<void> {
  const club = await ensureClub(db(), {
    name: "Lakeside Owners' Club",
    nameZh: "湖畔车友会",
    timeZone: "Asia/Shanghai",
    currency: "CNY",
    demo: true,
  });
  if (await isLoaded()) return;

  const time = clubTime(club.timeZone);
  const today = time.dayOf(new Date());
  const exports = await recentExports(today);
  await importMembers(exports.members, {
    fileName: "members.csv",
    options: { asOf: exports.rollAsOf },
  }).then(mustBeIn);
  await importServiceOrders(exports.orders, {
    fileName: "service-orders.csv",
    options: { letters: false },
  }).then(mustBeIn);

  await importMembers(text(sampleRoll(today)), {
    fileName: "sample-members.csv",
    options: { asOf: addDays(today, -790), invite: true },
  }).then(mustBeIn);
  await importServiceOrders(text(sampleOrders(today)), {
    fileName: "sample-orders.csv",
    options: { letters: false },
  }).then(mustBeIn);
  await spendOnPaper(time.startOfDay(addDays(today, -SPENT_BY_INDEBTED.daysAgo)));
  await importServiceOrders(text(sampleCorrections(today)), {
    fileName: "sample-corrections.csv",
  }).then(mustBeIn);

  await lapseDue(db());
  await remindOfLapsingPoints(db());
  await addDemoFamily();
  await loadDemoCars(today);
  await addPeople(today);
}

const STORES_IN_ENGLISH: Record<string, string> = {
  湖畔一店: "Lakeside One",
  湖畔二店: "Lakeside Two",
  西岸店: "West Bank",
};

/** The stores are known by the names that the workshop's files write; readers of English read theirs. */
async function nameStores(by: number): Promise<void> {
  for (const {
    id,
    name,
    closedAt,
    workingDays,
    opensAt,
    closesAt,
  } of await db().store.findMany()) {
    const storeEn = STORES_IN_ENGLISH[name];
    if (storeEn === undefined) continue;
    const change = { id, storeEn, open: closedAt === null, workingDays, opensAt, closesAt };
    await changeStore(db(), { ...change, by, address: "127.0.0.1" });
  }
}

/** A gift handed over at the desk and written off by hand, as before there was a catalogue. */
async function spendOnPaper(at: Date): Promise<void> {
  const member = await db().member.findUniqueOrThrow({
    where: { number: SPENT_BY_INDEBTED.number },
    select: { accountId: true, personId: true },
  });
  const answer = await adjustPoints(
    db(),
    {
      scope: "demo",
      key: "gift-on-paper",
      accountId: Number(member.accountId),
      points: -SPENT_BY_INDEBTED.points,
      lapsesAt: null,
      meta: {
        for: "adjustment",
        reason: "座椅靠垫一对，前台领取 · Seat cushion pair, handed over at the desk",
        by: member.personId,
      },
    },
    at,
  );
  if (!answer.ok) throw new Error(`The demo's gift was refused: ${answer.refusal}`);
}

/** Passwords are given last of all. */
async function isLoaded(): Promise<boolean> {
  const where = { email: "admin@marque.test", passwordHash: { not: null } };
  return (await db().person.count({ where })) > 0;
}

/** The staff, one of each role, and everybody's password. */
async function addPeople(today: Day): Promise<void> {
  await addStaff(db(), {
    email: "referrer@marque.test",
    name: "周慧",
    roles: ["referrer"],
    grantedBy: null,
  });
  for (const role of STAFF_ROLES) await addStaff(db(), staffMember(role));
  const staff = await theStaff();
  await nameStores(staff.admin);
  await seedRules(staff, today);
  const keeper = await db().person.findUniqueOrThrow({ where: { email: "gifts@marque.test" } });
  await loadDemoGifts(keeper.id);
  await takeSampleGifts(keeper.id);
  const organiser = await db().person.findUniqueOrThrow({ where: { email: "events@marque.test" } });
  await loadDemoEvents(today, "Asia/Shanghai", organiser.id);
  const daysKeeper = { by: organiser.id, address: "127.0.0.1" };
  const days = await loadDaysOver(today, "Asia/Shanghai", daysKeeper);
  await countTrees(days.planting, { by: staff.desk, address: "127.0.0.1" });
  await loadDemoSurvey(today, "Asia/Shanghai", organiser.id);
  await loadDemoContests(days, daysKeeper);
  await loadDemoJudging(daysKeeper);
  await publishDemoResults(daysKeeper);
  await loadDemoAlbums(days, "Asia/Shanghai", daysKeeper);
  await issueDemoCertificates(days, daysKeeper);
  await noteDemoCosts(days, daysKeeper);
  await loadDemoDraws(today, [organiser.id, staff.admin]);
  await sellSampleYear(staff.desk);
  await fileSampleClaims();
  await recordSampleVisits(today);
  const referrers = await addReferrers(db());
  await addDemoWebhook(staff.admin);
  await loadDemoCampaigns(today, staff.admin);
  await loadDemoLeads(today);
  const emails = [...OWNERS, ...referrers, ...STAFF_ROLES.map((role) => `${role}@marque.test`)];
  await giveDemoPassword(db(), emails, PASSWORD);
}

async function theStaff(): Promise<DemoStaff> {
  const idOf = async (role: keyof DemoStaff) =>
    (await db().person.findUniqueOrThrow({ where: { email: `${role}@marque.test` } })).id;
  return { desk: await idOf("desk"), finance: await idOf("finance"), admin: await idOf("admin") };
}

const NAMES: Partial<Record<Role, string>> = {
  desk: "许文 (前台)",
  events: "孙悦 (活动)",
  gifts: "何佳 (礼品)",
  sales: "马俊 (销售)",
  finance: "沈岚 (财务)",
  admin: "顾明 (管理)",
};

function staffMember(role: Role) {
  const email = `${role}@marque.test`;
  return { email, name: NAMES[role] ?? role, roles: [role], grantedBy: null };
}

function text(csv: string): TableSource {
  return bytesSource(new TextEncoder().encode(csv));
}

function mustBeIn(answer: ImportAnswer): void {
  if (!answer.ok) throw new Error(`The demo's file was refused: ${JSON.stringify(answer.problem)}`);
}
