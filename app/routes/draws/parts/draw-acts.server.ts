import type { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import type { Permission } from "#app/modules/access/permissions.ts";
import { callOffDraw } from "#app/modules/draws/call-off-draw.server.ts";
import type { DrawActForm } from "#app/modules/draws/forms.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { discardDraw } from "#app/modules/draws/keep-draw.server.ts";
import { pickByHand, returnRest } from "#app/modules/draws/pick-by-hand.server.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import {
  handOverPrize,
  passPrizeOn,
  undoPrizeHandOver,
} from "#app/modules/draws/settle-win.server.ts";
import type { DrawDone, DrawRefusal } from "./draw-news.ts";

/** What whoever does something with a draw has to be allowed: handing over, and taking that back, is the desk's too. */
export const permissionFor = (intent: unknown): Permission =>
  intent === "hand-over" || intent === "undo" ? "draws.serve" : "draws.keep";

type Answer = { ok: true; to: string } | { ok: false; refusal: DrawRefusal };
type Act = z.infer<typeof DrawActForm>;

/**
 * Does what a draw's page asks for.
 *
 * @throws Response 404 where there is no such draw, or no such win in it.
 */
export async function doDrawAct(drawId: number, act: Act, actor: Actor): Promise<Answer> {
  const page = `/admin/draws/${drawId}`;
  const done = (what: DrawDone): Answer => ({ ok: true, to: `${page}?done=${what}` });
  switch (act.intent) {
    case "freeze":
      return said(await freezeDraw(drawId, actor), () => done("frozen"));
    case "discard": {
      const isGone = await discardDraw(drawId, actor);
      return isGone ? { ok: true, to: "/admin/draws?done=discarded" } : refused("not-a-draft");
    }
    case "read":
      return said(await readDrawValue({ drawId, typed: act.value }, actor), ({ outcome }) =>
        done(outcome),
      );
    case "call-off": {
      const reason = { en: act.reasonEn, zh: act.reasonZh };
      return said(await callOffDraw({ drawId, reason }, actor), () => done("called-off"));
    }
    case "pick":
      return said(await pickByHand({ drawId, entry: act.entry }, actor), () => done("picked"));
    case "return-rest":
      return said(await returnRest(drawId, actor), () => done("rest-returned"));
    case "hand-over": {
      const answer = await handOverPrize({ drawId, winId: act.win }, actor);
      return said(answer, () => done("handed-over"));
    }
    case "undo": {
      const { win: winId, at, reason } = act;
      const answer = await undoPrizeHandOver({ drawId, winId, at, reason }, actor);
      return said(answer, () => done("undone"));
    }
    case "pass-on": {
      const answer = await passPrizeOn({ drawId, winId: act.win, why: act.why }, actor);
      return said(answer, ({ next }) => done(next === null ? "nobody-left" : "passed-on"));
    }
  }
}

const refused = (refusal: DrawRefusal): Answer => ({ ok: false, refusal });

type Refused = { ok: false; refusal: DrawRefusal | "no-such-draw" | "no-such-win" };

function said<Given extends { ok: true } | Refused>(
  answer: Given,
  then: (answer: Extract<Given, { ok: true }>) => Answer,
): Answer {
  if (answer.ok) return then(answer as Extract<Given, { ok: true }>);
  if (answer.refusal === "no-such-draw" || answer.refusal === "no-such-win") {
    throw new Response(null, { status: 404 });
  }
  return refused(answer.refusal);
}
