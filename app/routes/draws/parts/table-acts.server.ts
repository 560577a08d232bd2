import type { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import { type PrizeTableActForm, readTablePrizes } from "#app/modules/draws/forms.ts";
import type { ShortGift } from "#app/modules/draws/prize-pieces.server.ts";
import {
  closePrizeTable,
  handOverTurn,
  keepTurnPrize,
  openPrizeTable,
  undoTurnHandOver,
} from "#app/modules/draws/prize-tables.server.ts";

type Act = z.infer<typeof PrizeTableActForm>;

type Answer =
  | { ok: true; done: "opened" | "closed" | "handed-over" | "returned" | "undone" }
  | {
      ok: false;
      refusal: "prize" | "endless" | "no-such-gift" | "too-few" | "settled" | "own" | "no-piece";
      short?: ShortGift[];
    };

/** Does what the page of prize tables asks for. */
export async function doTableAct(act: Act, actor: Actor): Promise<Answer> {
  switch (act.intent) {
    case "open": {
      const prizes = readTablePrizes(act);
      if (!prizes) return { ok: false, refusal: "prize" };
      const title = { en: act.titleEn, zh: act.titleZh };
      const answer = await openPrizeTable({ title, prizes, requestKey: act.requestKey }, actor);
      return answer.ok ? { ok: true, done: "opened" } : answer;
    }
    case "close": {
      const isClosed = await closePrizeTable(act.table, actor);
      return isClosed ? { ok: true, done: "closed" } : { ok: false, refusal: "settled" };
    }
    case "hand-over":
    case "return": {
      const settle = act.intent === "return" ? keepTurnPrize : handOverTurn;
      const answer = await settle(act.turn, actor);
      const done = act.intent === "return" ? "returned" : "handed-over";
      return answer.ok ? { ok: true, done } : answer;
    }
    case "undo": {
      const { turn: turnId, at, reason } = act;
      const answer = await undoTurnHandOver({ turnId, at, reason }, actor);
      return answer.ok ? { ok: true, done: "undone" } : answer;
    }
  }
}
