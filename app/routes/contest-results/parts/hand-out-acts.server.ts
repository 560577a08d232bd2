import type { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import type { HandOutForm } from "#app/modules/contest-results/forms.ts";
import {
  giveUpPrize,
  type HandedOut,
  handOver,
  settleAwaited,
  undoHandOver,
} from "#app/modules/contest-results/hand-out.server.ts";
import type { HAND_OUT_DONE } from "./result-news.ts";

type Done = (typeof HAND_OUT_DONE)[number];

/** Does what the list of prizes asks for. */
export async function actOnPrize(
  eventId: number,
  act: z.infer<typeof HandOutForm>,
  actor: Actor,
): Promise<{ done: Done; answer: HandedOut }> {
  const of = { eventId, awardId: act.award };
  switch (act.intent) {
    case "hand-over":
      return { done: "handed-over", answer: await handOver(of, actor) };
    case "give-up":
      return { done: "given-up", answer: await giveUpPrize({ ...of, reason: act.reason }, actor) };
    case "undo":
      return {
        done: "undone",
        answer: await undoHandOver({ ...of, at: act.at, reason: act.reason }, actor),
      };
    case "came-back":
      return { done: "back", answer: await settleAwaited({ ...of, after: "back" }, actor) };
    case "leave":
      return { done: "kept", answer: await settleAwaited({ ...of, after: "kept" }, actor) };
  }
}
