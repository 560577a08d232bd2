import { endJudgeLink } from "#app/modules/judging/judge-links.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aContestWithEntries } from "../contests.ts";
import { anOrganiser } from "../events.ts";
import { aJudge } from "../judging.ts";

/** A contest that is judged: what judges' links end in, one that holds and one that was ended. */
export type SomeJudging = {
  eventId: number;
  contestId: number;
  judgeId: number;
  token: string;
  endedToken: string;
  entryId: number;
  pictureId: number;
};

export async function someJudging(): Promise<SomeJudging> {
  const { eventId, contestId, entries } = await aContestWithEntries({ brackets: ["little"] });
  const lin = await aJudge(contestId, "Lin");
  const ended = await aJudge(contestId, "Wu");
  await endJudgeLink({ contestId, judgeId: ended.id }, await anOrganiser());
  const { entryId } = entries[0] as { entryId: number };
  const picture = await db().contestPicture.findFirstOrThrow({ where: { entryId } });
  return {
    ...{ eventId, contestId, judgeId: lin.id, token: lin.token, endedToken: ended.token },
    ...{ entryId, pictureId: picture.id },
  };
}

/** The page of a contest among the staff's. */
export const judgingPage = ({ eventId, contestId }: SomeJudging, page: string) =>
  `/admin/events/${eventId}/contests/${contestId}/${page}`;
