import { expect, test } from "vitest";
import { changeNotifications } from "#app/modules/letters/change-notifications.server.ts";
import { openMail } from "#app/modules/letters/open-mail.server.ts";
import { askHowItWas } from "#app/modules/surveys/ask-how-it-was.server.ts";
import { loadOwnSurvey } from "#app/modules/surveys/load-survey.server.ts";
import { readSurveyToken, surveyToken } from "#app/modules/surveys/survey-token.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, aPublishedEvent } from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { after, asked, came } from "../../support/surveys.ts";

testDatabase();

const lettersTo = (member: TestMember) =>
  db().mail.findMany({ where: { personId: member.id, template: "event-survey" } });

test("who came is asked once, in the hours for letters; who did not, or was never marked, is not", async () => {
  const event = await aPublishedEvent();
  const [there, missing, unmarked] = [await aMember(), await aMember(), await aMember()];
  const registrationId = await came(event, there);
  await came(event, missing, "no-show");
  await aParty(event.eventId, unmarked);
  await askHowItWas(after(1.9));
  // 20:30 and 8:59 in Shanghai.
  await askHowItWas(after(5.5));
  await askHowItWas(after(17.99));
  expect(await lettersTo(there)).toEqual([]);
  await Promise.all([askHowItWas(after(18)), askHowItWas(after(18)), askHowItWas(after(19))]);
  expect(await lettersTo(there)).toMatchObject([
    {
      props: {
        attendancePoints: 50,
        points: 20,
        closesAt: "2027-04-04T16:00:00.000Z",
        surveyToken: await surveyToken(registrationId),
      },
    },
  ]);
  expect([...(await lettersTo(missing)), ...(await lettersTo(unmarked))]).toEqual([]);
  expect(await loadOwnSurvey(db(), missing.memberId, registrationId)).toBeNull();
});

test("who was marked late is asked late, for a week; a cancelled event asks nobody", async () => {
  const [event, cancelled] = [await aPublishedEvent(), await aPublishedEvent()];
  const [early, late, tooLate, other] = [
    await aMember(),
    await aMember(),
    await aMember(),
    await aMember(),
  ];
  await came(event, early);
  await came(cancelled, other);
  await db().event.update({
    where: { id: cancelled.eventId },
    data: { state: "cancelled", cancelledAt: after(-48) },
  });
  await askHowItWas(after(3));
  await came(event, late);
  await askHowItWas(after(4 * 24));
  await came(event, tooLate);
  await askHowItWas(after(8 * 24));
  const many = await Promise.all([early, late, tooLate, other].map(lettersTo));
  expect(many.map(({ length }) => length)).toEqual([1, 1, 0, 0]);
});

test("whoever stopped such letters gets none, and finds the question on their own page", async () => {
  const event = await aPublishedEvent();
  const member = await aMember();
  await changeNotifications(member.id, new Set(["tier"]), "en");
  const registrationId = await came(event, member);
  await askHowItWas(after(3));
  expect(await lettersTo(member)).toEqual([]);
  expect(await loadOwnSurvey(db(), member.memberId, registrationId, after(4))).toMatchObject({
    isOpen: true,
    points: 20,
    answer: null,
  });
});

test("a link holds for its party alone", async () => {
  const token = await surveyToken(7);
  expect(await readSurveyToken(token)).toBe(7);
  const [, signature] = token.split(".");
  for (const forged of [`8.${signature}`, `7.${"A".repeat(43)}`, "7", "", `07.${signature}`]) {
    expect(await readSurveyToken(forged)).toBeNull();
  }
});

test("staff who open the letter see no link, and can answer for nobody", async () => {
  const { first } = await asked();
  const [letter] = await lettersTo(first.member);
  const opened = await openMail(db(), { ...(await anOrganiser()), mailId: letter?.id as number });
  expect(opened?.text).toContain("How was it?");
  expect(opened?.text).not.toContain("/survey/");
});
