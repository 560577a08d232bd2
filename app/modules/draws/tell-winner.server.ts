import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";
import { showEntryNumber } from "./entry-number.ts";

/** Writes to those who were drawn at these places of the sequence, in the transaction that drew them. */
export async function tellWinners(tx: Db, drawId: number, positions: readonly number[]) {
  const wins = await tx.drawWin.findMany({
    where: { drawId, position: { in: [...positions] } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      prize: { select: { titleEn: true, titleZh: true } },
      draw: { select: { titleEn: true, titleZh: true, claimBy: true } },
      entry: { select: { entry: true, member: { select: { person: { select: READER } } } } },
    },
  });
  for (const { id, prize, draw, entry } of wins) {
    if (!entry.member) continue;
    await writeLetterTo(tx, entry.member.person, {
      template: "draw-won",
      props: {
        ...{ drawEn: draw.titleEn, drawZh: draw.titleZh },
        ...{ prizeEn: prize.titleEn, prizeZh: prize.titleZh },
        entry: showEntryNumber(entry.entry),
        claimBy: draw.claimBy.toISOString().slice(0, 10),
      },
      dedupKey: `draw-won:${id}`,
    });
  }
}
