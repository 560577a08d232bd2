import { askHowItWas } from "#app/modules/surveys/ask-how-it-was.server.ts";
import { surveyToken } from "#app/modules/surveys/survey-token.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { aPlan, aPublishedEvent, type TestEvent } from "./events.ts";
import { aParty } from "./parties.ts";
import { aMember, type TestMember } from "./people.ts";

const HOUR = 3_600_000;

/** An event that was over by yesterday morning, about which some members, who came, were asked at noon. */
export async function anAskedEvent(members: Pick<TestMember, "memberId" | "name">[]) {
  const time = clubTime("Asia/Shanghai");
  const noon = time.instantOf(time.dayOf(new Date(Date.now() - 24 * HOUR)), 12, 0, 0);
  const endsAt = new Date(noon.getTime() - 3 * HOUR);
  const event = await aPublishedEvent({
    plan: aPlan({ startsAt: new Date(endsAt.getTime() - HOUR), endsAt }),
  });
  const parties = [];
  for (const member of members) {
    const registrationId = await came(event, member);
    parties.push({ registrationId, token: await surveyToken(registrationId) });
  }
  await askHowItWas(noon);
  return { ...event, parties };
}

/** 15:00 in Shanghai, 14 March 2027. */
const { endsAt } = aPlan();

/** A moment so many hours after the end of the events that `asked` makes. */
export const after = (hours: number) => new Date(endsAt.getTime() + hours * HOUR);

/** The registration of a party that came, or of which the day says something else; of nobody in the club without a member. */
export async function came(
  event: Pick<TestEvent, "eventId">,
  member: Pick<TestMember, "memberId" | "name"> | null,
  outcome = "came",
): Promise<number> {
  const party = await aParty(event.eventId, member);
  await db().attendanceOutcome.create({
    data: { registrationId: party.id, eventId: event.eventId, outcome },
  });
  return party.id;
}

/** An event that is over, with so many members who came and were asked. */
export async function asked(count = 1) {
  const event = await aPublishedEvent();
  const parties = [];
  for (let each = 0; each < count; each += 1) {
    const member = await aMember();
    parties.push({ member, registrationId: await came(event, member) });
  }
  await askHowItWas(after(3));
  return { ...event, parties, first: parties[0] as (typeof parties)[number] };
}
