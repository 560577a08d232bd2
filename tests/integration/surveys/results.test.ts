import { expect, test } from "vitest";
import { answersFile } from "#app/modules/surveys/answers-file.server.ts";
import { giveAnswer } from "#app/modules/surveys/give-answer.server.ts";
import { loadAnswerLines, loadComments } from "#app/modules/surveys/load-comments.server.ts";
import {
  listSurveys,
  loadResults,
  loadSatisfactions,
} from "#app/modules/surveys/load-results.server.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { testDatabase } from "../../support/database.ts";
import { after, asked } from "../../support/surveys.ts";

testDatabase();

test("five answers make figures; names stand only beside words of those who agreed", async () => {
  const { eventId, parties } = await asked(5);
  const saying = [
    { score: 5, words: "=HYPERLINK(1)", named: true },
    { score: 5, words: "Too loud" },
    { score: 4, recommends: 9, named: true },
    { score: 3, best: ["team" as const] },
    { score: 1, ownWords: "By bus" },
  ] as const;
  for (const [place, said] of saying.entries()) {
    const { registrationId } = parties[place] as (typeof parties)[number];
    if (place === 4) {
      expect((await loadResults(db(), eventId))?.results).toMatchObject({
        answered: 4,
        figures: null,
      });
      expect(await loadAnswerLines(db(), eventId)).toBeNull();
    }
    await giveAnswer({ registrationId, memberId: null, said: { ...said } as never }, after(4));
  }
  // 18 over 5.
  expect((await loadSatisfactions(db(), [eventId])).get(eventId)).toMatchObject({
    ...{ asked: 5, answered: 5, recommends: null },
    figures: { average: 3.6, distribution: { 1: 1, 2: 0, 3: 1, 4: 1, 5: 2 } },
  });
  const { comments } = await loadComments(db(), eventId, null);
  expect(comments).toMatchObject([
    { ownWords: "By bus", name: null, score: null },
    { words: "Too loud", name: null, score: null },
    { words: "=HYPERLINK(1)", name: parties[0]?.member.name, score: 5 },
  ]);
  const file = answersFile((await loadAnswerLines(db(), eventId)) ?? [], translator("en"));
  expect(file).toContain(`5,,,'=HYPERLINK(1),,${parties[0]?.member.name}`);
  expect(file).toContain("How we were looked after");
  expect(file).not.toContain(parties[1]?.member.name);
  // They agreed to be named beside words, and wrote none.
  expect(file).not.toContain(parties[2]?.member.name);
  const { surveys } = await listSurveys(db(), null);
  expect(surveys.find((each) => each.eventId === eventId)).toMatchObject({
    ...{ asked: 5, answered: 5, average: 3.6 },
  });
});

test("comments go on page by page, none twice", async () => {
  const { eventId, parties } = await asked(32);
  for (const { registrationId } of parties) {
    await giveAnswer({ registrationId, memberId: null, said: { score: 4, words: "So" } }, after(4));
  }
  const first = await loadComments(db(), eventId, null);
  const rest = await loadComments(db(), eventId, first.next);
  expect([first.comments.length, rest.comments.length, rest.next]).toEqual([30, 2, null]);
  expect(new Set([...first.comments, ...rest.comments].map(({ id }) => id)).size).toBe(32);
});
