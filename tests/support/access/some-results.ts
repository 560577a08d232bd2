import { aJudgedContest, published } from "../contest-results.ts";
import { slugOf } from "../events.ts";

/** A contest whose ranking is public, in which none of the personas took part. */
export type SomeResults = {
  eventId: number;
  slug: string;
  contestId: number;
  entryId: number;
  registrationId: number;
};

export async function someResults(): Promise<SomeResults> {
  const { eventId, contestId, entries, children } = await aJudgedContest({
    ...{ brackets: ["little"], values: [7] },
  });
  await published(contestId);
  return {
    ...{ eventId, contestId, slug: await slugOf(eventId) },
    entryId: entries[0]?.entryId as number,
    registrationId: children[0]?.registrationId as number,
  };
}

/** Where the pages of that contest are. */
export const resultPage = ({ eventId, contestId }: SomeResults) =>
  `/admin/events/${eventId}/contests/${contestId}`;
