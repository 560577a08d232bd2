import { randomUUID } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import type { DrawDraft } from "#app/modules/draws/draft.ts";
import { drawAlwaysWins } from "#app/modules/draws/draw-always-wins.server.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { createDraw } from "#app/modules/draws/keep-draw.server.ts";
import { loadPaper, loadPublicDraw } from "#app/modules/draws/load-public-draw.server.ts";
import { openPrizeTable } from "#app/modules/draws/prize-tables.server.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { aStore, shelvesOf, type TestGift } from "./gifts.ts";
import { aMember, aPerson } from "./people.ts";

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

/** What somebody picks instead, while everybody looks on. */
export const BY_HAND: Partial<DrawDraft> = {
  how: { pickedBy: { en: "A child", zh: "小朋友" } },
};

/** A gift is called as the catalogue calls it. */
export const NAMELESS = { en: "", zh: "" };

/** The same, with so many of a gift as its only prize. */
export const aGiftDraft = (
  { variantId }: Pick<TestGift, "variantId">,
  count: number,
  changes: Partial<DrawDraft> = {},
): DrawDraft => aDraft({ prizes: [{ title: NAMELESS, count, variantId }], ...changes });

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
  await readByTwo(drawId, [await aKeeper(), await aKeeper()]);
  return drawId;
}

/** Reads the public value of a draw, which draws it. */
export async function readByTwo(drawId: number, readers: readonly [Actor, Actor]): Promise<void> {
  for (const reader of readers) {
    await readDrawValue({ drawId, typed: VALUE }, reader, VALUE_DUE);
  }
}

/** A draw with its entries and winners, as the database has it. */
export const drawRow = (drawId: number) =>
  db().draw.findUniqueOrThrow({
    where: { id: drawId },
    include: { entries: true, wins: { orderBy: { position: "asc" }, include: { entry: true } } },
  });

/** A draw as everybody sees it. */
export async function drawPage(drawId: number) {
  const { slug } = await drawRow(drawId);
  return { page: await loadPublicDraw(db(), slug), paper: await loadPaper(db(), slug) };
}

/** Who has won in a draw, as they were drawn. */
export const winsOf = (drawId: number) =>
  db().drawWin.findMany({
    where: { drawId },
    orderBy: { position: "asc" },
    include: { entry: true },
  });

/** Pieces of a gift that lie on shelves, and that are promised of them. Fails where the books do not agree. */
export async function lies({ itemId }: Pick<TestGift, "itemId">): Promise<[number, number]> {
  const breaches = await verifyStock(db());
  if (breaches.length > 0) throw new Error(JSON.stringify(breaches));
  const { onHand, reserved } = await shelvesOf(itemId);
  return [onHand, reserved];
}

/** Members with a visit each, who take part where visits do. */
export async function visitors(count: number): Promise<number[]> {
  const members: number[] = [];
  for (let each = 0; each < count; each++) {
    const { memberId } = await aMember();
    await aVisit(memberId);
    members.push(memberId);
  }
  return members;
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

const UMBRELLA = {
  title: { en: "Umbrella", zh: "雨伞" },
  weight: 1,
  pieces: null,
  variantId: null,
};

/** Opens a table that always wins: so many of a gift, which most turns win, and as many umbrellas as it takes. */
export const openGiftTable = (
  { variantId }: Pick<TestGift, "variantId">,
  pieces: number,
  keeper: Actor,
  { weight = 1_000, requestKey = randomUUID() as string } = {},
) =>
  openPrizeTable(
    {
      ...{ title: { en: "Delivery", zh: "交车" }, requestKey },
      prizes: [{ title: NAMELESS, weight, pieces, variantId }, UMBRELLA],
    },
    keeper,
  );

/** Takes a turn at a table, if it is open. */
export const takeTurn = (tableId: number, key: string, memberId: number | null = null) =>
  inRetriedTransaction((tx) => drawAlwaysWins(tx, { tableId, key, memberId }));

/** A turn at an open table; what it won. */
export async function aTurn(...turn: Parameters<typeof takeTurn>) {
  const won = await takeTurn(...turn);
  if (!won.ok) throw new Error(won.refusal);
  return won;
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
        UMBRELLA,
      ],
      requestKey: randomUUID(),
    },
    await aKeeper(),
  );
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.tableId;
}
