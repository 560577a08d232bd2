import type { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import type { ResultActForm } from "#app/modules/contest-results/forms.ts";
import {
  correctRanking,
  type PublishAnswer,
  publishRanking,
} from "#app/modules/contest-results/publish-ranking.server.ts";
import type { ContestAddress } from "./contest-in.server.ts";

/** Does what the page of a contest's result asks for. */
export function actOnResult(
  { eventId, contestId }: Pick<ContestAddress, "eventId" | "contestId">,
  act: z.infer<typeof ResultActForm>,
  actor: Actor,
): Promise<PublishAnswer> {
  const { seen, requestKey } = act;
  const request = { eventId, contestId, seen, requestKey };
  if (act.intent === "publish") return publishRanking(request, actor);
  const reason = { en: act.reasonEn, zh: act.reasonZh };
  return correctRanking({ ...request, reason, back: act.back }, actor);
}
