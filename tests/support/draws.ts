import { randomUUID } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import type { DrawDraft } from "#app/modules/draws/draft.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { createDraw } from "#app/modules/draws/keep-draw.server.ts";
import { openPrizeTable } from "#app/modules/draws/prize-tables.server.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aStore } from "./gifts.ts";
import { aPerson } from "./people.ts";

/** While lists are still open for the draw of {@link aDraft}. */
export const BEFORE = new Date("2026-12-20T04:00:00Z");
/** Its value can be known from this instant. */
export const VALUE_DUE = new Date("2026-12-25T07:00:00Z");
export const VALUE = "3871.54";

/** The factory visit: two among members with a paid maintenance visit in the year, one a household. */
export const aDraft = (changes: Partial<DrawDraft> = {}): DrawDraft => ({
  title: { en: "Factory visit", zh: "工厂参观" },
  about: { en: "See where your car was built.", zh: "看看您的爱车在哪里诞生。" },
  entrants: { of: "visits", from: "2026-01-01", through: "2026-12-31", perVisit: false },
  onePerHousehold: true,
  mustBePresent: false,
  drawAt: new Date("2026-12-27T10:30:00Z"),
  claimBy: "2027-01-15",
  how: { kind: "sse-composite", reference: "2026-12-25", due: VALUE_DUE },
  prizes: [
    { title: { en: "Factory visit for two", zh: "工厂参观双人名额" }, count: 2, variantId: null },
  ],
  ...changes,
});

/** Somebody of the staff who keeps draws. */
export async function aKeeper(): Promise<Actor> {
  return { by: (await aPerson({ roles: ["events"] })).id, address: "10.0.0.8" };
}

export async function drafted(draft = aDraft()): Promise<number> {
  const drawId = await createDraw(draft, randomUUID(), await aKeeper());
  if (drawId === null) throw new Error("One of its prizes is no gift.");
  return drawId;
}

/** A draw whose list is closed. */
export async function frozenDraw(draft = aDraft()): Promise<number> {
  const drawId = await drafted(draft);
  const answer = await freezeDraw(drawId, await aKeeper(), BEFORE);
  if (!answer.ok) throw new Error(answer.refusal);
  return drawId;
}

/** The same, drawn: two people have read the value. */
export async function drawnDraw(draft = aDraft()): Promise<number> {
  const drawId = await frozenDraw(draft);
  for (const reader of [await aKeeper(), await aKeeper()]) {
    await readDrawValue({ drawId, typed: VALUE }, reader, VALUE_DUE);
  }
  return drawId;
}

let orders = 0;

/** A visit to the workshop that its owner paid for, on 1 June 2026 unless said otherwise. */
export async function aVisit(
  memberId: number,
  changes: Partial<Record<"kind" | "payer" | "state", string>> & {
    settledAt?: Date;
    paidMinor?: number;
    discountMinor?: number;
    refundedMinor?: number;
  } = {},
): Promise<void> {
  orders += 1;
  await db().serviceOrder.create({
    data: {
      ...{ storeId: await aStore(), orderNumber: `D-${orders}`, memberId },
      ...{ settledAt: new Date("2026-06-01T02:00:00Z"), kind: "maintenance", payer: "owner" },
      ...{ labourMinor: 50_000, partsMinor: 0, discountMinor: 0, paidMinor: 50_000 },
      ...{ state: "settled", rank: 1, ...changes },
    },
  });
}

/** A table that always wins: so many window films, and as many umbrellas as it takes. */
export async function aPrizeTable(film = 2): Promise<number> {
  const answer = await openPrizeTable(
    {
      title: { en: "Delivery of a friend's car", zh: "好友交车" },
      prizes: [
        {
          title: { en: "Window film", zh: "车窗膜" },
          weight: 1_000,
          pieces: film,
          variantId: null,
        },
        { title: { en: "Umbrella", zh: "雨伞" }, weight: 1, pieces: null, variantId: null },
      ],
      requestKey: randomUUID(),
    },
    await aKeeper(),
  );
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.tableId;
}
