import { askHowItWas } from "#app/modules/surveys/ask-how-it-was.server.ts";
import { surveyToken } from "#app/modules/surveys/survey-token.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { aPlan, aPublishedEvent } from "./events.ts";
import { aParty } from "./parties.ts";
import type { TestMember } from "./people.ts";

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
    const { id } = await aParty(event.eventId, member);
    await db().attendanceOutcome.create({
      data: { registrationId: id, eventId: event.eventId, outcome: "came" },
    });
    parties.push({ registrationId: id, token: await surveyToken(id) });
  }
  await askHowItWas(noon);
  return { ...event, parties };
}
