import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadConsents } from "#app/modules/consents/load-consents.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { chooseNotification } from "#app/modules/letters/choose-notification.server.ts";
import { loadNotificationChoices } from "#app/modules/letters/load-notification-choices.server.ts";
import { sendLetter } from "#app/modules/letters/send-letter.server.ts";
import {
  readUnsubscribeToken,
  unsubscribeLink,
  unsubscribeToken,
} from "#app/modules/letters/unsubscribe-token.server.ts";
import { type NewLetter, writeLetters } from "#app/modules/letters/write-letter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { closeMailer } from "#app/platform/mailer.server.ts";
import { loadSiteRoutes, type SiteRoute, siteHandler } from "../../support/access/site-routes.ts";
import { testDatabase } from "../../support/database.ts";
import { letters, mailServer } from "../../support/mail-server.ts";
import { aPerson, type TestPerson } from "../../support/people.ts";

testDatabase();
const server = await mailServer();
let site: ReturnType<typeof siteHandler>;

beforeAll(async () => {
  await server.start();
  process.env.SMTP_URL = server.url;
  const routes: SiteRoute[] = await loadSiteRoutes();
  site = siteHandler(routes, () => {});
});
afterAll(async () => {
  closeMailer();
  await server.stop();
});
beforeEach(() => {
  server.arrived.length = 0;
});

const lapsing = (person: TestPerson): NewLetter => ({
  personId: person.id,
  to: person.email,
  template: "points-lapsing",
  locale: "en",
  props: { name: person.name, points: 800, lapsesAt: "2026-11-30T16:00:00Z", daysLeft: 7 },
});
const greeting = (person: TestPerson): NewLetter => ({
  personId: person.id,
  to: person.email,
  template: "birthday",
  locale: "en",
  props: { name: person.name, points: 100 },
});
const kept = (person: TestPerson): NewLetter => ({
  personId: person.id,
  to: person.email,
  template: "closing-kept",
  locale: "en",
  props: { name: person.name },
});
const written = async (...wanted: NewLetter[]) => (await writeLetters(db(), wanted)).length;

test("people whom the dealership brought in hear of their points and get no greetings", async () => {
  const person = await aPerson();
  expect(await written(lapsing(person), greeting(person))).toBe(1);
});

test("people who refused letters about service at joining get none, but essential ones", async () => {
  const person = await aPerson();
  await recordConsents(
    db(),
    person.id,
    { "service-messages": false, "club-news": true },
    "joining",
  );
  expect(await written(lapsing(person))).toBe(0);
  expect(await written(greeting(person))).toBe(1);
  expect(await written(kept(person))).toBe(1);
});

test("the latest word on a consent counts, and one's own choice of a kind above it", async () => {
  const person = await aPerson();
  await recordConsents(db(), person.id, { "service-messages": true }, "joining");
  await recordConsents(db(), person.id, { "service-messages": false }, "profile");
  expect(await written(lapsing(person))).toBe(0);
  const choice = { personId: person.id, kind: "points-lapsing", source: "profile" } as const;
  await chooseNotification(db(), { ...choice, wanted: true });
  expect(await written(lapsing(person))).toBe(1);
  await chooseNotification(db(), { ...choice, wanted: false });
  expect(await written(lapsing(person))).toBe(0);
  const choices = await loadNotificationChoices(db(), person.id);
  expect(choices["points-lapsing"]).toEqual({ wanted: false, chosen: true });
  expect(choices.tier).toEqual({ wanted: false, chosen: false });
});

test("whoever wants no more news has taken that consent back", async () => {
  const person = await aPerson();
  await recordConsents(db(), person.id, { "club-news": true }, "joining");
  await chooseNotification(db(), {
    personId: person.id,
    kind: "club-news",
    wanted: false,
    source: "unsubscribe",
  });
  expect((await loadConsents(db(), person.id))["club-news"]).toMatchObject({
    given: false,
    source: "unsubscribe",
  });
});

test("an account that is closed or about to be gets only what is essential", async () => {
  const closing = await aPerson();
  await db().person.update({
    where: { id: closing.id },
    data: { closingAskedAt: new Date(), closesAt: new Date(Date.now() + 1e9) },
  });
  const closed = await aPerson({ closed: true });
  expect(await written(lapsing(closing), lapsing(closed))).toBe(0);
  expect(await written(kept(closing), kept(closed))).toBe(2);
});

test("an address that was refused for good gets only what is essential, until a letter arrives", async () => {
  const person = await aPerson();
  const [first] = await writeLetters(db(), [lapsing(person)]);
  await db().mail.update({ where: { id: first as number }, data: { state: "refused" } });
  expect(await written(lapsing(person))).toBe(0);
  const [essential] = await writeLetters(db(), [kept(person)]);
  await db().mail.update({ where: { id: essential as number }, data: { state: "sent" } });
  expect(await written(lapsing(person))).toBe(1);
});

test("a letter that can be done without waits behind those that cannot", async () => {
  const person = await aPerson();
  const [optional, essential] = await writeLetters(db(), [lapsing(person), kept(person)]);
  const jobs = await db().$queryRaw<{ key: string; priority: number }[]>`
    select key, priority::int from graphile_worker._private_jobs
    where key in (${`mail:${optional}`}, ${`mail:${essential}`}) order by priority`;
  expect(jobs).toEqual([
    { key: `mail:${essential}`, priority: 0 },
    { key: `mail:${optional}`, priority: 10 },
  ]);
});

test("many letters are sorted out in one go: each reader's own", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => aPerson()));
  await Promise.all(
    people
      .filter((_, n) => n % 2 === 0)
      .map(({ id }) =>
        chooseNotification(db(), {
          personId: id,
          kind: "points-lapsing",
          wanted: false,
          source: "profile",
        }),
      ),
  );
  const ids = await writeLetters(db(), people.map(lapsing));
  const mails = await db().mail.findMany({ where: { id: { in: ids } } });
  expect(mails.map(({ personId }) => personId).sort()).toEqual(
    people
      .filter((_, n) => n % 2 === 1)
      .map(({ id }) => id)
      .sort(),
  );
});

test("a letter that can be done without says in its head how to stop it; an essential one does not", async () => {
  const person = await aPerson();
  const ids = await writeLetters(db(), [lapsing(person), kept(person)]);
  for (const id of ids) await sendLetter(db(), id, false);
  const [first, second] = await letters(server, 2);
  const headers = Object.fromEntries(
    (first?.headerLines ?? []).map(({ key, line }) => [key, line.replace(/\r?\n\s+/g, " ")]),
  );
  const link = await unsubscribeLink({ personId: person.id, kind: "points-lapsing" });
  expect(headers["list-unsubscribe"]?.replace(/\s/g, "")).toBe(`List-Unsubscribe:<${link}>`);
  expect(headers["list-unsubscribe-post"]).toBe(
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  );
  expect(headers["list-id"]).toContain("points-lapsing.");
  expect(headers["auto-submitted"]).toBe("Auto-Submitted: auto-generated");
  expect(first?.text?.replace(/\s/g, "")).toContain(link);
  expect(second?.headerLines.map(({ key }) => key)).not.toContain("list-unsubscribe");
  expect(second?.text).not.toContain("/letters/unsubscribe/");
});

const ask = async (link: string, body?: URLSearchParams) => {
  const response = await site(
    new Request(link, { method: body ? "POST" : "GET", body, redirect: "manual" }),
    { nonce: "", address: "10.9.9.9" },
  );
  await response.arrayBuffer();
  return { status: response.status, to: response.headers.get("Location") };
};

test("looking at the link stops nothing; a press does, and another undoes it", async () => {
  const person = await aPerson();
  const link = await unsubscribeLink({ personId: person.id, kind: "tier" });
  const wanted = async () => (await loadNotificationChoices(db(), person.id)).tier.wanted;
  const page = await ask(link);
  expect(page.status).toBe(200);
  expect(await wanted()).toBe(true);

  const stopped = await ask(link, new URLSearchParams({ intent: "stop" }));
  expect(stopped).toMatchObject({ status: 302, to: `${new URL(link).pathname}?done=stopped` });
  expect(await wanted()).toBe(false);
  await ask(link, new URLSearchParams({ intent: "resume" }));
  expect(await wanted()).toBe(true);
});

test("a mail provider's one click is answered where it came", async () => {
  const person = await aPerson();
  const link = await unsubscribeLink({ personId: person.id, kind: "tier" });
  const answer = await ask(link, new URLSearchParams({ "List-Unsubscribe": "One-Click" }));
  expect(answer.status).toBe(200);
  expect((await loadNotificationChoices(db(), person.id)).tier.wanted).toBe(false);
});

test("a link that was changed stops nothing for anybody", async () => {
  const [one, other] = [await aPerson(), await aPerson()];
  const token = await unsubscribeToken({ personId: one.id, kind: "tier" });
  const [, kind, signature] = token.split(".");
  const forged = [
    `${other.id}.${kind}.${signature}`,
    `${one.id}.greetings.${signature}`,
    token.slice(0, -1),
    `${token}A`,
    `99999999999.tier.${signature}`,
    "",
    "💌",
  ];
  for (const each of forged) expect(await readUnsubscribeToken(each), each).toBeNull();
  const answer = await ask(`http://club.marque.test/letters/unsubscribe/${forged[0]}`);
  expect(answer.status).toBe(404);
});
