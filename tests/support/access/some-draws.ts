import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aDraft, aKeeper, aPrizeTable, aVisit, drafted } from "../draws.ts";

/** Draws at each stage, and what two owners won in the one that is drawn. */
export type SomeDraws = {
  draftId: number;
  frozenId: number;
  drawnId: number;
  drawnSlug: string;
  ownWinId: number;
  othersWinId: number;
  tableId: number;
};

const IN_A_MONTH = 30 * 86_400_000;
const DRAND_BEGAN = 1_692_803_367_000;

/** Among two owners alone, for two prizes: both win. */
export async function someDraws(own: number, others: number): Promise<SomeDraws> {
  const day = { from: "2018-06-01", through: "2018-06-01" };
  for (const memberId of [own, others]) {
    await aVisit(memberId, { settledAt: new Date("2018-06-01T02:00:00Z") });
  }
  const dueAt = Date.now() + IN_A_MONTH;
  const draft = aDraft({
    entrants: { of: "visits", ...day, perVisit: false },
    how: {
      kind: "drand",
      reference: String(Math.floor((dueAt - DRAND_BEGAN) / 3_000) + 1),
      due: new Date(dueAt),
    },
  });
  const closed = async () => {
    const drawId = await drafted(draft);
    await freezeDraw(drawId, await aKeeper());
    return drawId;
  };
  const drawnId = await closed();
  for (const reader of [await aKeeper(), await aKeeper()]) {
    await readDrawValue({ drawId: drawnId, typed: "a".repeat(64) }, reader, new Date(dueAt));
  }
  const winOf = async (memberId: number) => {
    const where = { drawId: drawnId, entry: { memberId } };
    return (await db().drawWin.findFirstOrThrow({ where })).id;
  };
  return {
    draftId: await drafted(draft),
    frozenId: await closed(),
    drawnId,
    drawnSlug: (await db().draw.findUniqueOrThrow({ where: { id: drawnId } })).slug,
    tableId: await aPrizeTable(),
    ownWinId: await winOf(own),
    othersWinId: await winOf(others),
  };
}
