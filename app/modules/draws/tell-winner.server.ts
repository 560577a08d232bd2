import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Reader } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";
import { showEntryNumber } from "./entry-number.ts";

type Winner = {
  winId: number;
  entry: string;
  drawEn: string;
  drawZh: string;
  prizeEn: string;
  prizeZh: string;
  claimBy: string;
  reader: Omit<Reader, "closedAt">;
};

/** Writes to those who were drawn at these places of the sequence, in the transaction that drew them. */
export async function tellWinners(tx: Db, drawId: number, positions: readonly number[]) {
  const winners = await tx.$queryRaw<Winner[]>`
    select draw_win.id as "winId", draw_entry.entry, draw.title_en as "drawEn", draw.title_zh as "drawZh",
      draw_prize.title_en as "prizeEn", draw_prize.title_zh as "prizeZh", draw.claim_by::text as "claimBy",
      jsonb_build_object('id', person.id, 'name', person.name, 'email', person.email,
        'locale', person.locale) as reader
    from draw_win
    join draw on draw.id = draw_win.draw_id
    join draw_prize on draw_prize.id = draw_win.prize_id
    join draw_entry on draw_entry.id = draw_win.entry_id
    join member on member.id = draw_entry.member_id
    join person on person.id = member.person_id and person.closed_at is null
    where draw_win.draw_id = ${drawId} and draw_win.position = any(${[...positions]})
    order by draw_win.position`;
  for (const { winId, entry, reader, ...props } of winners) {
    await writeLetterTo(
      tx,
      { ...reader, closedAt: null },
      {
        template: "draw-won",
        props: { ...props, entry: showEntryNumber(entry) },
        dedupKey: `draw-won:${winId}`,
      },
    );
  }
}
