import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeShown } from "#app/modules/club/store-shown.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { entryPoints } from "#app/modules/ledger/entry-sql.server.ts";
import { db } from "#app/platform/db.server.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";

const PAGE_SIZE = 1_000;

/** Whoever held a car last: a plate may have changed with its holder, and a former one is not told of it. */
const WITH_LAST_HOLDER = {
  include: {
    holdings: {
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      take: 1,
      select: { memberId: true },
    },
  },
} satisfies Prisma.CarDefaultArgs;

type LastHeld = { plate: string | null; holdings: { memberId: number }[] };

/** A car's plate for somebody who holds it, or was the last to; null where it has gone on to another. */
const plateFor = (memberId: number, { plate, holdings }: LastHeld): string | null =>
  holdings.every((holding) => holding.memberId === memberId) ? plate : null;

const cars: ExportTable = {
  name: "cars",
  columns: ["plate", "vin", "model", "from", "until", "endedBy"],
  async *rows({ member }) {
    if (!member) return;
    const holdings = await db().carHolding.findMany({
      where: { memberId: member.id },
      orderBy: { startsAt: "asc" },
      include: { car: WITH_LAST_HOLDER },
    });
    yield holdings.map(({ car, startsAt, endsAt, endCause }) => ({
      plate: plateFor(member.id, car),
      vin: car.vin,
      model: car.model,
      from: startsAt,
      until: endsAt,
      endedBy: code(endCause),
    }));
  },
};

/** Who drives beside them, and beside whom they drive; of the other one only that there is one. */
const coDrivers: ExportTable = {
  name: "co-drivers",
  columns: ["plate", "part", "invitedAt", "acceptedAt", "endedAt"],
  async *rows({ member }) {
    if (!member) return;
    const links = await db().coDriver.findMany({
      where: { OR: [{ memberId: member.id }, { holding: { memberId: member.id } }] },
      orderBy: { id: "asc" },
      include: { holding: { include: { car: WITH_LAST_HOLDER } } },
    });
    yield links.map(({ memberId, holding, invitedAt, acceptedAt, endedAt }) => ({
      plate: endedAt === null ? holding.car.plate : plateFor(member.id, holding.car),
      part: code(memberId === member.id ? "co-driver" : "holder"),
      invitedAt,
      acceptedAt,
      endedAt,
    }));
  },
};

type Visit = {
  id: number;
  order_number: string;
  store: InBoth;
  settled_at: Date;
  plate: string | null;
  vin: string | null;
  odometer_km: number | null;
  kind: string;
  payer: string;
  state: string;
  labour_minor: number;
  parts_minor: number;
  discount_minor: number;
  paid_minor: number;
  refunded_minor: number;
  points: bigint | null;
};

const visits: ExportTable = {
  name: "visits",
  columns: [
    "orderNumber",
    "store",
    "settledAt",
    "plate",
    "vin",
    "odometerKm",
    "kind",
    "payer",
    "state",
    "labour",
    "parts",
    "discount",
    "paid",
    "refunded",
    "points",
  ],
  async *rows({ member, currency, locale }) {
    if (!member) return;
    const money = (minor: number) => ({ minor, currency });
    for (let after = 0; ; ) {
      const page = await db().$queryRaw<Visit[]>`
        select o.id, o.order_number, ${storeNamed()} as store, o.settled_at, o.plate,
          coalesce(o.vin, o.written_vin) as vin, o.odometer_km,
          o.kind, o.payer, o.state, o.labour_minor, o.parts_minor, o.discount_minor, o.paid_minor,
          o.refunded_minor,
          ${entryPoints(Prisma.sql`o.award_txn_id`)} as points
        from service_order o join store on store.id = o.store_id
        where o.member_id = ${member.id} and o.id > ${after}
        order by o.id limit ${PAGE_SIZE}`;
      const last = page.at(-1);
      if (!last) return;
      after = last.id;
      yield page.map((visit) => ({
        orderNumber: visit.order_number,
        store: inLanguage(locale, visit.store),
        settledAt: visit.settled_at,
        plate: visit.plate,
        vin: visit.vin,
        odometerKm: visit.odometer_km,
        kind: code(visit.kind),
        payer: code(visit.payer),
        state: code(visit.state),
        labour: money(visit.labour_minor),
        parts: money(visit.parts_minor),
        discount: money(visit.discount_minor),
        paid: money(visit.paid_minor),
        refunded: money(visit.refunded_minor),
        points: visit.points === null ? 0 : Number(visit.points),
      }));
    }
  },
};

/** What they or the desk noted beside invoices: readings, and visits that the desk recorded. */
const odometer: ExportTable = {
  name: "odometer",
  columns: ["readOn", "plate", "odometerKm", "store", "note", "where", "voidReason"],
  async *rows({ member, locale }) {
    if (!member) return;
    const readings = await db().odometerReading.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
      include: { car: WITH_LAST_HOLDER },
    });
    yield readings.map(({ readOn, car, km, source, voidReason }) => ({
      readOn: readOn.toISOString().slice(0, 10),
      plate: plateFor(member.id, car),
      odometerKm: km,
      store: null,
      note: null,
      where: code(source),
      voidReason,
    }));
    const receptions = await db().reception.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
      include: { car: WITH_LAST_HOLDER, store: true },
    });
    yield receptions.map(({ visitedOn, car, odometerKm, store, note, voidReason }) => ({
      readOn: visitedOn.toISOString().slice(0, 10),
      plate: car && plateFor(member.id, car),
      odometerKm,
      store: inLanguage(locale, storeShown(store)),
      note,
      where: code("desk"),
      voidReason,
    }));
  },
};

const carClaims: ExportTable = {
  name: "car-claims",
  columns: ["at", "plate", "vin", "orderNumber", "state", "reason", "decidedAt"],
  async *rows({ member }) {
    if (!member) return;
    const filed = await db().carClaim.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
      include: { car: true },
    });
    yield filed.map(({ createdAt, car, orderNumber, state, reason, decidedAt }) => ({
      at: createdAt,
      plate: car.plate,
      vin: car.vin,
      orderNumber,
      state: code(state),
      reason,
      decidedAt,
    }));
  },
};

/** What the club holds of their cars. */
export const exportTables: readonly ExportTable[] = [cars, coDrivers, visits, odometer, carClaims];
