import { expect, test } from "vitest";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { loadJoining } from "#app/modules/joining/load-joining.server.ts";
import { resumeCard } from "#app/modules/joining/resume-card.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { memberNumberOf, readMemberNumber, sequenceOf } from "#app/modules/person/member-number.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aBrowser, aMember, aPerson } from "../../support/people.ts";
import { anAddress, handIn, join, onTheWayIn } from "./joiners.ts";

freshDatabase();

test("a newcomer has person, card, points, consents, letter and session at once", async () => {
  const { member, personId, email, session, ...answer } = await join({
    name: "欧阳 晓",
    phone: "+8613912345678",
    birthday: { month: 2, day: 29 },
    consents: { terms: true, "service-messages": true, "club-news": false, photos: false },
  });
  expect(answer).toMatchObject({
    card: "new",
    car: "none",
    name: "欧阳 晓",
    phone: "+8613912345678",
  });
  expect(readMemberNumber(member.number)).toBe(member.number);
  expect([member.birthMonth, member.birthDay, member.programme]).toEqual([2, 29, "home"]);
  expect(member.cardToken).toMatch(/^[\w-]{22}$/);
  const signedIn = await loadSession(db(), session.token);
  expect(signedIn?.member?.number).toBe(member.number);

  const accountId = Number(member.accountId);
  expect(await loadBalance(db(), accountId)).toMatchObject({ available: 100, pending: 0 });
  const [entry] = await loadStatement(db(), accountId);
  expect(entry).toMatchObject({
    kind: "earn",
    points: 100,
    meta: { for: "joining", ruleVersion: 1 },
  });
  // Through the end of the month 24 months after, by the club's calendar.
  const lapsesAt = entry?.lotsMade[0]?.lapsesAt as Date;
  const months = (lapsesAt.getTime() - Date.now()) / (30.44 * 86_400_000);
  expect(months).toBeGreaterThan(23.9);
  expect(months).toBeLessThan(25.1);

  const consents = await db().consent.findMany({ where: { personId }, orderBy: { kind: "asc" } });
  expect(
    consents.map(({ kind, given, source, wording }) => [kind, given, source, wording]),
  ).toEqual([
    ["club-news", false, "joining", "club-news-1 zh-CN"],
    ["photos", false, "joining", "photos-1 zh-CN"],
    ["service-messages", true, "joining", "service-messages-1 zh-CN"],
    ["terms", true, "joining", "terms-1 zh-CN"],
  ]);
  const letters = await db().mail.findMany({ where: { recipient: email } });
  expect(letters).toMatchObject([
    {
      template: "welcome",
      locale: "zh-CN",
      props: { name: "欧阳 晓", memberNumber: member.number, available: 100, imported: false },
    },
  ]);
  await expectSoundBooks();
});

test("twenty at once get twenty numbers in a row, right after the last", async () => {
  await aMember();
  await db().member.updateMany({ data: { number: memberNumberOf(4711) } });
  const tokens = await Promise.all(Array.from({ length: 20 }, () => onTheWayIn()));
  const answers = await Promise.all(tokens.map((token) => handIn(token)));
  expect(answers.map(({ ok }) => ok)).toEqual(Array(20).fill(true));
  const members = await db().member.findMany({ orderBy: { number: "asc" } });
  expect(members.map(({ number }) => readMemberNumber(number))).not.toContain(null);
  expect(members.map(({ number }) => sequenceOf(number))).toEqual(
    Array.from({ length: 21 }, (_, place) => 4711 + place),
  );
  await expectSoundBooks();
});

test("where the roll has used the very last number, joining goes on with the highest free one", async () => {
  await aMember();
  await db().member.updateMany({ data: { number: memberNumberOf(9_999_999) } });
  await expect(join().then(({ member }) => sequenceOf(member.number))).resolves.toBe(1);
  await expect(join().then(({ member }) => sequenceOf(member.number))).resolves.toBe(2);
});

test("two tabs with one address end with one card, whichever form is handed in first", async () => {
  const email = anAddress();
  const tokens = [await onTheWayIn(email), await onTheWayIn(email), await onTheWayIn(email)];
  const answers = await Promise.all(tokens.map((token) => handIn(token)));
  const cards = answers.map((answer) => (answer.ok ? answer.card : answer.refusal)).sort();
  expect(cards).toEqual(["new", "there-already", "there-already"]);
  const people = await db().person.findMany({ where: { email }, include: { member: true } });
  expect(people).toHaveLength(1);
  expect(await loadBalance(db(), Number(people[0]?.member?.accountId))).toMatchObject({
    available: 100,
  });
  for (const answer of answers) {
    if (!answer.ok) throw new Error(answer.refusal);
    expect((await loadSession(db(), answer.session.token))?.person.id).toBe(people[0]?.id);
  }
});

test("one form handed in twice at the same moment is one card, and both answers open it", async () => {
  const token = await onTheWayIn();
  const answers = await Promise.all([handIn(token), handIn(token)]);
  expect(answers.map((answer) => answer.ok && answer.card).sort()).toEqual([
    "new",
    "there-already",
  ]);
  expect(await db().member.count()).toBe(1);
});

test("a card whose answer was lost on the way is opened by the reload, once and for minutes", async () => {
  const token = await onTheWayIn();
  expect((await handIn(token)).ok).toBe(true);
  expect((await loadJoining(db(), token))?.done).toBe(true);
  const session = await resumeCard(db(), token, aBrowser());
  expect((await loadSession(db(), session?.token ?? ""))?.member).not.toBeNull();
  expect(await resumeCard(db(), token, aBrowser())).toBeNull();

  const late = await onTheWayIn();
  await handIn(late);
  await db().$executeRaw`update joining set done_at = done_at - interval '16 minutes'`;
  expect(await resumeCard(db(), late, aBrowser())).toBeNull();
});

test("nobody joins by a token that was never given, or too long ago", async () => {
  const refused = { ok: false, refusal: "not-joining" };
  expect(await handIn("A".repeat(43))).toEqual(refused);
  const token = await onTheWayIn();
  await db().$executeRaw`update joining set expires_at = now()`;
  expect(await handIn(token)).toEqual(refused);
  expect(await db().member.count()).toBe(0);
});

test("somebody who works here joins under their account and keeps their roles", async () => {
  const { id, email } = await aPerson({ roles: ["desk"], locale: "en" });
  const { personId, name, session } = await join({ name: "许文" }, email, id);
  expect([personId, name]).toEqual([id, "许文"]);
  expect((await loadSession(db(), session.token))?.roles).toEqual(["desk"]);
  const person = await db().person.findUniqueOrThrow({ where: { id } });
  expect([person.locale, person.passwordHash === null]).toEqual(["en", false]);
});

test("with somebody's inbox alone nothing of their account is changed, and there is no card", async () => {
  const somebodyElse = await aPerson();
  for (const roles of [["admin"], []] as const) {
    const { id, email, name } = await aPerson({ roles: [...roles] });
    const before = await db().person.findUniqueOrThrow({ where: { id } });
    const token = await onTheWayIn(email);
    for (const signedInAs of [null, somebodyElse.id]) {
      expect(await handIn(token, { name: "许文" }, signedInAs)).toEqual({
        ok: false,
        refusal: "sign-in-first",
      });
    }
    expect(await db().person.findUniqueOrThrow({ where: { id } })).toEqual({ ...before, name });
    expect(await db().member.count({ where: { personId: id } })).toBe(0);
    expect(await db().session.count({ where: { personId: id } })).toBe(0);
    expect(await handIn(token, { name: "许文" }, id)).toMatchObject({ ok: true, card: "new" });
  }
});

test("a member's name and phone are not changed by whoever joins again", async () => {
  const email = anAddress();
  const token = await onTheWayIn(email);
  const first = await join({ name: "First" }, email);
  const answer = await handIn(token, { name: "Second", phone: "+8613900000000" });
  expect(answer).toMatchObject({ ok: true, card: "there-already" });
  const person = await db().person.findUniqueOrThrow({ where: { email } });
  expect([person.name, person.phone]).toEqual(["First", first.phone]);
});

test("who closed their account may come back as somebody new", async () => {
  const { id, email } = await aMember({ closed: true });
  const { personId, card } = await join({}, email);
  expect(card).toBe("new");
  expect(personId).not.toBe(id);
});

test("a club whose rules give nothing for joining gives nothing, and says so in the letter", async () => {
  await db().ruleVersion.create({
    data: {
      version: 1,
      startsAt: new Date(0),
      settings: { otherEarning: { joining: 0 } },
      note: "test",
    },
  });
  const { member, email } = await join();
  expect(await loadBalance(db(), Number(member.accountId))).toMatchObject({
    available: 0,
    version: 0,
  });
  const letter = await db().mail.findFirstOrThrow({ where: { recipient: email } });
  expect(letter.props).toMatchObject({ available: 0 });
});

test("a form handed in again and again is stopped, and says when to come back", async () => {
  const token = await onTheWayIn();
  const answers = [];
  for (let time = 0; time < 21; time++) answers.push(await handIn(token));
  const last = answers.at(-1);
  expect(last).toMatchObject({ ok: false, refusal: "too-many" });
  expect(answers.slice(0, 20).every(({ ok }) => ok)).toBe(true);
});
