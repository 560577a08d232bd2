import { startPlatform } from "#app/platform/start.server.ts";
import { aContestWithEntries } from "../contests.ts";
import { aJudge } from "../judging.ts";

// A contest with three pictures and two judges, beside the site that DATA_DIR is of; where its pages are is printed as
// JSON. No argument: each time another contest.
const platform = await startPlatform();
try {
  const { eventId, contestId } = await aContestWithEntries({
    brackets: ["little", "little", "little"],
  });
  const [lin, wu] = [await aJudge(contestId, "Lin"), await aJudge(contestId, "Wu")];
  const said = {
    page: `/admin/events/${eventId}/contests/${contestId}`,
    ...{ lin: `/judge/${lin.token}`, wuCode: wu.code },
  };
  process.stdout.write(JSON.stringify(said));
} finally {
  await platform.stop();
}
