import { randomUUID } from "node:crypto";
import autocannon from "autocannon";
import { createGift } from "#app/modules/gifts/create-gift.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { redeemGift } from "#app/modules/redemptions/redeem-gift.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aVoucherFor } from "../../tests/support/gift-details.ts";
import type { Bench } from "./bench.ts";
import { byTurns, perSecond } from "./by-turns.ts";
import { onDatabase } from "./databases.ts";
import { type Figure, ratios, single, spread } from "./figures.ts";
import { makeClub } from "./made-club.ts";
import { EMPTY_PAGE, type Site, startSite } from "./site.ts";
import { signInVisitors } from "./visitors.ts";

const CLIENTS = 50;
/** Of so many gifts: each has several who want it at the same moment. */
const WANTED = 10;
const IN_CATALOGUE = 200;
const CONNECTIONS = 10;
const DAY = 86_400_000;

/**
 * Gifts taken a second by fifty members, against as many bare spends of the ledger by the same fifty; and the
 * catalogue of two hundred gifts against a page with nothing in it.
 */
export async function measureGifts({ databases, quick }: Bench): Promise<Figure[]> {
  const url = await databases.create("bench_gifts");
  const { figures, owner } = await onDatabase(url, async () => {
    await makeClub({ members: 300, orders: quick ? 600 : 3000 });
    const visitors = await signInVisitors();
    const variants = await fillCatalogue();
    return { figures: await redemptions(variants, quick), owner: visitors.owner };
  });
  const site = await startSite(url);
  try {
    return [...figures, ...(await catalogue(site, owner, quick))];
  } finally {
    await site.stop();
  }
}

async function redemptions(variants: readonly number[], quick: boolean): Promise<Figure[]> {
  const seconds = quick ? 1 : 3;
  const savers = await membersWithPoints();
  const saver = (client: number) => savers[client % savers.length] as Saver;
  const measured = await byTurns(
    {
      redeem: () =>
        perSecond(CLIENTS, seconds, (client) =>
          redeem(saver(client), variants[client % WANTED] as number),
        ),
      spend: () => perSecond(CLIENTS, seconds, (client) => spend(saver(client))),
    },
    quick ? 3 : 5,
  );
  return [
    {
      what: `gifts taken, ${CLIENTS} clients on ${WANTED} gifts`,
      value: spread(measured.redeem),
      unit: "/s",
      ratio: ratios(measured.redeem, measured.spend, "bare spends"),
    },
    { what: "bare spends of the ledger", value: spread(measured.spend), unit: "/s" },
  ];
}

async function catalogue(site: Site, owner: string, quick: boolean): Promise<Figure[]> {
  const load = (path: string) => async () => {
    const result = await autocannon({
      url: site.origin + path,
      connections: CONNECTIONS,
      duration: quick ? 1 : 3,
      headers: { cookie: owner, "accept-encoding": "gzip, deflate, br" },
    });
    if (result.non2xx + result.errors > 0) throw new Error(`${path} failed under load.`);
    return result.requests.average;
  };
  const pages = { empty: load(EMPTY_PAGE), catalogue: load("/my/gifts") };
  const measured = await byTurns(pages, quick ? 3 : 7);
  // What is kept for some seconds, such as the club's settings, is read by the first of the two.
  await site.get("/my/gifts", owner);
  await site.queries();
  await site.get("/my/gifts", owner);
  const queries = (await site.queries()).filter((text) => !/\bfrom session\b/.test(text)).length;
  return [
    {
      what: `catalogue of ${IN_CATALOGUE} gifts, signed in`,
      value: spread(measured.catalogue),
      unit: "requests/s",
      ratio: ratios(measured.catalogue, measured.empty, "empty"),
    },
    {
      what: "catalogue: after the session's",
      value: single(queries),
      unit: "queries",
      bar: { atMost: 2 },
    },
  ];
}

/** @returns the variants of the gifts that are wanted. */
async function fillCatalogue(): Promise<number[]> {
  const actor = { by: 1, address: "127.0.0.1" };
  for (let n = 0; n < IN_CATALOGUE; n++) {
    const details = {
      ...aVoucherFor(n < WANTED ? 1 : 100 + n * 10),
      sku: `BENCH-${n}`,
      position: n,
    };
    await db().$transaction((tx) => createGift(tx, { details, pieces: 10_000_000 }, actor));
  }
  const variants = await db().giftVariant.findMany({ orderBy: { id: "asc" }, take: WANTED });
  return variants.map(({ id }) => id);
}

type Saver = { memberId: number; personId: number; accountId: number };

async function membersWithPoints(): Promise<Saver[]> {
  const members = await db().member.findMany({ take: CLIENTS, orderBy: { id: "asc" } });
  const now = new Date();
  return Promise.all(
    members.map(async ({ id, personId, accountId }) => {
      await earnPoints(db(), {
        scope: "bench",
        key: randomUUID(),
        accountId: Number(accountId),
        points: 1_000_000,
        availableAt: now,
        lapsesAt: new Date(now.getTime() + 300 * DAY),
        effectiveAt: now,
        meta: { for: "survey", ruleVersion: 1 },
      });
      return { memberId: id, personId, accountId: Number(accountId) };
    }),
  );
}

async function redeem({ memberId, personId }: Saver, variantId: number): Promise<void> {
  const answer = await redeemGift({
    memberId,
    wanted: [{ variantId, quantity: 1, seenPrice: { points: 1, moneyMinor: 0 } }],
    collectStoreId: null,
    collectorName: null,
    address: null,
    requestKey: randomUUID(),
    by: personId,
  });
  if (!answer.ok) throw new Error(`The benchmark's gift was refused: ${answer.refusal}`);
}

async function spend({ accountId }: Saver): Promise<void> {
  const meta = { for: "gift", redemptionId: 1, giftId: 1, title: "Showroom wash" } as const;
  const answer = await spendPoints(db(), {
    scope: "bench",
    key: randomUUID(),
    accountId,
    points: 1,
    meta,
  });
  if (!answer.ok) throw new Error("The benchmark's accounts hold more than it spends.");
}
