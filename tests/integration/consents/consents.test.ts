import { expect, test } from "vitest";
import { loadConsents } from "#app/modules/consents/load-consents.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

test("nobody has agreed to anything that they were never asked about", async () => {
  const { id } = await aPerson();
  expect(await loadConsents(db(), id)).toEqual({});
});

test("what somebody said last counts, and what they said before is kept", async () => {
  const { id } = await aPerson();
  await recordConsents(db(), id, { "club-news": true, photos: false }, "joining", { locale: "en" });
  await recordConsents(db(), id, { "club-news": false }, "unsubscribe");
  expect(await loadConsents(db(), id)).toMatchObject({
    "club-news": { given: false, source: "unsubscribe", wording: "club-news-1" },
    photos: { given: false, source: "joining", wording: "photos-1 en" },
  });
  expect(await db().consent.count({ where: { personId: id } })).toBe(3);
});

test("a guardian's word for a child is not about themselves", async () => {
  const { id } = await aPerson();
  await recordConsents(db(), id, { guardian: true }, "profile", { familyMemberId: 7 });
  expect(await loadConsents(db(), id)).toEqual({});
});

test("no line of the history can be changed or taken out", async () => {
  const { id } = await aPerson();
  await recordConsents(db(), id, { photos: true }, "profile");
  await expect(
    db().consent.updateMany({ where: { personId: id }, data: { given: false } }),
  ).rejects.toThrow();
  await expect(db().consent.deleteMany({ where: { personId: id } })).rejects.toThrow();
});
