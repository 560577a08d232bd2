import type { Params } from "@remix-run/react";
import {
  type ContestEvent,
  loadContestEvent,
  loadKeptContest,
  type ShownContest,
} from "#app/modules/contests/load-contests.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/**
 * The event whose contests a page is about.
 *
 * @throws Response 404 where there is none that was ever published.
 */
export async function requireContestEvent(params: Params): Promise<ContestEvent> {
  const event = await loadContestEvent(db(), rowIdIn(params.id));
  if (!event) throw new Response(null, { status: 404 });
  return event;
}

/**
 * The contest that a page is about, with its event.
 *
 * @param drafts whether who asks may see one that is not opened yet.
 * @throws Response 404 where the event has none of that number.
 */
export async function requireContest(
  params: Params,
  { drafts }: { drafts: boolean },
): Promise<{ event: ContestEvent; contest: ShownContest }> {
  const event = await requireContestEvent(params);
  const contest = await loadKeptContest(db(), event, rowIdIn(params.contest));
  if (!contest || (contest.state === "draft" && !drafts)) throw new Response(null, { status: 404 });
  return { event, contest };
}
