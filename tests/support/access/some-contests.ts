import { randomUUID } from "node:crypto";
import { addEntryPicture } from "#app/modules/contests/add-picture.server.ts";
import { enterPerson } from "#app/modules/contests/enter-person.server.ts";
import { aContestDay, aContestDraft, aDraftContest, aDrawing, anOpenContest } from "../contests.ts";
import { anOrganiser, aPublishedEvent } from "../events.ts";
import { aParty } from "../parties.ts";

/** Contests of an event to which two owners come, each with a child that has an entry. */
export type SomeContests = {
  eventId: number;
  draftId: number;
  openId: number;
  ownEntryId: number;
  othersEntryId: number;
  ownPictureId: number;
  othersPictureId: number;
};

export async function someContests(own: number, others: number): Promise<SomeContests> {
  const plan = aContestDay();
  const { eventId } = await aPublishedEvent({ plan });
  const draft = aContestDraft({ entriesUntil: plan.startsAt });
  const openId = await anOpenContest(eventId, draft, new Date());
  const { by } = await anOrganiser();
  const enter = async (memberId: number) => {
    const { personIds } = await aParty(
      eventId,
      { memberId, name: "Lin Jing" },
      {
        people: [
          { role: "adult", name: "Lin Jing", isMember: true },
          { role: "child", name: "Mia", bracket: "little", consents: ["taking_part"] },
        ],
      },
    );
    const personId = personIds[1] as number;
    const wanted = { contestId: openId, personId, requestKey: randomUUID() };
    const entered = await enterPerson(wanted, { source: "spot", by });
    if (!entered.ok) throw new Error(entered.refusal);
    const what = { entryId: entered.entryId, picture: await aDrawing() };
    const added = await addEntryPicture(what, { by, memberId: null });
    if (!added.ok) throw new Error(added.refusal);
    return { entryId: entered.entryId, pictureId: added.pictureId };
  };
  const [mine, theirs] = [await enter(own), await enter(others)];
  return {
    ...{ eventId, openId, draftId: await aDraftContest(eventId) },
    ...{ ownEntryId: mine.entryId, ownPictureId: mine.pictureId },
    ...{ othersEntryId: theirs.entryId, othersPictureId: theirs.pictureId },
  };
}

/** Where the page of one of them is. */
export const contestPage = ({ eventId }: SomeContests, contestId: number) =>
  `/admin/events/${eventId}/contests/${contestId}`;
