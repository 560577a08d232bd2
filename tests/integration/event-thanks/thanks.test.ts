import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { house } from "#app/features.server.ts";
import { loadThanksPage, previewThanks } from "#app/modules/event-thanks/load-thanks.server.ts";
import {
  holdThanks,
  sendThanks,
  startDueThanks,
} from "#app/modules/event-thanks/send-thanks.server.ts";
import { writeThanks } from "#app/modules/event-thanks/write-thanks.server.ts";
import { changeNotifications } from "#app/modules/letters/change-notifications.server.ts";
import { sendLetter } from "#app/modules/letters/send-letter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { closeMailer } from "#app/platform/mailer.server.ts";
import { aFamilyAt, aShownAlbum, type FamilyAt } from "../../support/album-views.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, aPlan, aPublishedEvent } from "../../support/events.ts";
import { mailServer } from "../../support/mail-server.ts";

testDatabase();
const server = await mailServer();
process.env.SMTP_URL = server.url;
beforeAll(() => server.start());
afterAll(async () => {
  closeMailer();
  await server.stop();
});
beforeEach(() => {
  server.arrived.length = 0;
});

const HOUR = 3_600_000;
/** 15:00 in Shanghai, 14 March 2027. */
const { endsAt } = aPlan();
const after = (hours: number) => new Date(endsAt.getTime() + hours * HOUR);

async function cameTo(eventId: number, { party }: FamilyAt) {
  await db().attendanceOutcome.create({
    data: { registrationId: party.id, eventId, outcome: "came" },
  });
}
const shownSince = (eventId: number, publishedAt: Date) =>
  db().album.update({ where: { eventId }, data: { publishedAt } });
const thanksTo = ({ member }: FamilyAt) =>
  db().mail.findMany({ where: { personId: member.id, template: "event-thanks" } });

/** Two families who came to an event with an album; the first is on its first picture. */
async function aDay() {
  const album = await aShownAlbum();
  const families = [await aFamilyAt(album.eventId), await aFamilyAt(album.eventId)] as const;
  for (const family of families) await cameTo(album.eventId, family);
  await album.tag(0, families[0].child);
  await shownSince(album.eventId, after(24));
  return { ...album, families };
}

/** Sends a family's letter by the mail server, as the queue does. */
async function arriving(family: FamilyAt) {
  const [letter] = await thanksTo(family);
  await sendLetter(db(), letter?.id as number, false, house.letterPictures);
  return server.arrived.at(-1);
}

test("letters go out most of a day after the album is shown, in the hours for letters, once", async () => {
  const { eventId, families } = await aDay();
  const queued = () =>
    db().$queryRaw`select from graphile_worker.jobs where task_identifier = 'write-event-thanks'`;
  expect(await startDueThanks(after(24 + 19.9))).toBe(0);
  // 20:00 in Shanghai is no hour for letters; 9:00 of the next day is one.
  expect(await startDueThanks(after(24 + 29))).toBe(0);
  expect(await Promise.all([startDueThanks(after(66)), startDueThanks(after(66))])).toContain(1);
  expect(await startDueThanks(after(67))).toBe(0);
  expect(await queued()).toHaveLength(1);
  await Promise.all([1, 2, 3].map(() => writeThanks(eventId, after(66))));
  await writeThanks(eventId, after(67));
  expect(await thanksTo(families[0])).toMatchObject([{ props: { points: 50 } }]);
  expect(await thanksTo(families[1])).toHaveLength(1);
  expect(await loadThanksPage(db(), eventId, after(67))).toMatchObject({
    ...{ state: "sent", came: 2, reachable: 2, withPicture: 1, noted: 2, lettered: 2, from: null },
  });
});

test("staff hold them, send them when they like, and reach who was marked late", async () => {
  const { eventId, families } = await aDay();
  const actor = await anOrganiser();
  expect(await holdThanks(eventId, true, actor)).toBe(true);
  expect(await startDueThanks(after(66))).toBe(0);
  expect(await holdThanks(eventId, false, actor)).toBe(true);
  expect(await holdThanks(eventId, true, actor)).toBe(true);
  expect(await sendThanks(eventId, actor, after(-1))).toBe("not-over");
  expect(await sendThanks(eventId, actor, after(1))).toBe("started");
  await writeThanks(eventId, after(1));
  expect(await holdThanks(eventId, true, actor)).toBe(false);
  const late = await aFamilyAt(eventId);
  await cameTo(eventId, late);
  await sendThanks(eventId, actor, after(2));
  await writeThanks(eventId, after(2));
  const counts = await Promise.all([...families, late].map(thanksTo));
  expect(counts.map(({ length }) => length)).toEqual([1, 1, 1]);
});

test("a letter carries a picture of its own family, as part of itself and without what a camera says", async () => {
  const { eventId, families } = await aDay();
  await sendThanks(eventId, await anOrganiser(), after(2));
  await writeThanks(eventId, after(2));
  const mail = await arriving(families[0]);
  const [picture] = mail?.attachments ?? [];
  expect(picture).toMatchObject({ contentType: "image/jpeg", cid: "picture.jpg", related: true });
  expect((await sharp(picture?.content).metadata()).exif).toBeUndefined();
  expect(String(mail?.html)).toContain('alt="A picture of');
  const other = await arriving(families[1]);
  expect(other?.attachments).toEqual([]);
  expect(String(other?.html)).not.toContain("cid:");
});

test("a consent that is taken back between writing and sending takes the picture out", async () => {
  const { eventId, families } = await aDay();
  const [family] = families;
  await sendThanks(eventId, await anOrganiser(), after(2));
  await writeThanks(eventId, after(2));
  await db().registrationPerson.update({ where: { id: family.childId }, data: { consents: [] } });
  expect((await arriving(family))?.attachments).toEqual([]);
});

test("whoever wants no letters after events, or is not in the club, is noted and not written to", async () => {
  const { eventId, families } = await aDay();
  const [{ member }] = families;
  await changeNotifications(member.id, new Set(["tier"]), "en");
  await sendThanks(eventId, await anOrganiser(), after(2));
  await writeThanks(eventId, after(2));
  expect(await thanksTo(families[0])).toEqual([]);
  expect(await loadThanksPage(db(), eventId)).toMatchObject({ state: "sent", lettered: 1 });
});

test("an event without an album is thanked for where staff press, and by itself never", async () => {
  const event = await aPublishedEvent();
  const family = await aFamilyAt(event.eventId);
  await cameTo(event.eventId, family);
  expect(await startDueThanks(after(48))).toBe(0);
  await sendThanks(event.eventId, await anOrganiser(), after(48));
  await writeThanks(event.eventId, after(48));
  expect(await thanksTo(family)).toMatchObject([{ props: { album: null } }]);
});

test("the preview says what the letter does, in the language of whoever looks", async () => {
  const { eventId, slug } = await aDay();
  const zh = await previewThanks(db(), eventId, "zh-CN", "林静");
  expect(zh?.subject).toBe("感谢您的到来：湖畔下午");
  expect(zh?.text).toContain(`/my/albums/${slug}`);
  expect(await previewThanks(db(), 2_147_483_647, "en", "Ada")).toBeNull();
});
