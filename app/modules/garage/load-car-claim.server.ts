import { loadClub } from "#app/modules/club/load-club.server.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { maskPhone } from "#app/modules/person/contact-spelling.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** A claim with what helps to decide it. */
export type CarClaimPage = {
  id: number;
  state: "open" | "granted" | "refused" | "withdrawn";
  reason: string | null;
  /** ISO 8601 instants. */
  askedAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
  /** What they said. */
  said: {
    vin: string | null;
    plate: string | null;
    model: string | null;
    orderNumber: string | null;
  };
  /** Whether the number is of an order of this car; null where they gave none. */
  numberFits: boolean | null;
  /** What is on file. */
  car: { id: number; vin: string | null; plate: string | null; model: string | null };
  member: { name: string; number: string; phone: string | null; isYou: boolean };
  holder: { name: string; number: string; since: Day; samePhone: boolean } | null;
  /** The last order of the car, whoever's. */
  lastOrder: { day: Day; number: string; store: InBoth } | null;
  /** Orders that are nobody's since it was last held. */
  nobodysOrders: number;
  /** What the form begins with. */
  suggestedSince: Day;
};

type OrderFacts = {
  last_at: Date | null;
  last_number: string | null;
  last_store: InBoth | null;
  nobodys: number;
  first_nobodys: Date | null;
  fits: boolean | null;
};

/** Reads a claim for whoever decides it. @returns null where there is none. */
export async function loadCarClaim(
  db: Db,
  id: number,
  personId: number,
): Promise<CarClaimPage | null> {
  const claim = await db.carClaim.findUnique({
    where: { id },
    include: {
      member: { include: { person: true } },
      car: {
        include: {
          holdings: {
            orderBy: { startsAt: "asc" },
            include: { member: { include: { person: true } } },
          },
        },
      },
    },
  });
  if (!claim) return null;
  const { car, member } = claim;
  const held = car.holdings.find(({ endsAt }) => endsAt === null) ?? null;
  const ends = car.holdings.flatMap(({ endsAt }) => (endsAt ? [endsAt.getTime()] : []));
  const lastEnd = new Date(Math.max(0, ...ends));
  const [decider, orders, { timeZone }] = await Promise.all([
    claim.decidedBy === null
      ? null
      : db.person.findUnique({ where: { id: claim.decidedBy }, select: { name: true } }),
    loadOrderFacts(db, claim, lastEnd),
    loadClub(),
  ]);
  const time = clubTime(timeZone);
  return {
    id: claim.id,
    state: claim.state as CarClaimPage["state"],
    reason: claim.reason,
    askedAt: claim.createdAt.toISOString(),
    decidedAt: claim.decidedAt?.toISOString() ?? null,
    decidedBy: decider?.name ?? null,
    said: {
      vin: claim.vin,
      plate: claim.plate,
      model: claim.model,
      orderNumber: claim.orderNumber,
    },
    numberFits: claim.orderNumber === null ? null : (orders.fits ?? false),
    car: { id: car.id, vin: car.vin, plate: car.plate, model: car.model },
    member: {
      name: member.person.name,
      number: member.number,
      phone: member.person.phone && maskPhone(member.person.phone),
      isYou: member.personId === personId,
    },
    holder: held && {
      name: held.member.person.name,
      number: held.member.number,
      since: time.dayOf(held.startsAt),
      samePhone:
        held.member.person.phone !== null && held.member.person.phone === member.person.phone,
    },
    lastOrder:
      orders.last_at && orders.last_number && orders.last_store
        ? { day: time.dayOf(orders.last_at), number: orders.last_number, store: orders.last_store }
        : null,
    nobodysOrders: Number(orders.nobodys),
    suggestedSince: time.dayOf(held ? new Date() : (orders.first_nobodys ?? new Date())),
  };
}

async function loadOrderFacts(
  db: Db,
  claim: { carId: number; orderNumber: string | null; vin: string | null; plate: string | null },
  lastEnd: Date,
): Promise<OrderFacts> {
  const [row] = await db.$queryRaw<[OrderFacts]>`
    with named as (
      select id, coalesce(vin, ${claim.vin}) as vin, coalesce(plate, ${claim.plate}) as plate
      from car where id = ${claim.carId}
    ), orders as (
      select o.* from named join service_order o on o.car_id = named.id or o.car_id is null
        and (o.vin = named.vin or o.written_vin = named.vin or o.plate = named.plate and (o.vin is null or named.vin is null))
    ), latest as (
      select settled_at, order_number, store_id from orders order by settled_at desc, id desc limit 1
    )
    select (select settled_at from latest) as last_at,
      (select order_number from latest) as last_number,
      (select ${storeNamed()} from latest join store on store.id = latest.store_id) as last_store,
      count(*) filter (where member_id is null and settled_at >= ${lastEnd})::int as nobodys,
      min(settled_at) filter (where member_id is null and settled_at >= ${lastEnd}) as first_nobodys,
      bool_or(order_number = ${claim.orderNumber}) as fits
    from orders`;
  return row;
}
