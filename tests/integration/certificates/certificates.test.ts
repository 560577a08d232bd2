import { beforeAll, describe, expect, test } from "vitest";
import { askForCertificate } from "#app/modules/certificates/ask-for-certificate.server.ts";
import { confirmCertificate } from "#app/modules/certificates/confirm-certificate.server.ts";
import { correctName } from "#app/modules/certificates/correct-name.server.ts";
import { eraseCertificates } from "#app/modules/certificates/erase-certificates.server.ts";
import {
  issueCertificates,
  loadIssue,
} from "#app/modules/certificates/issue-certificates.server.ts";
import {
  loadKeptCertificates,
  loadOwnCertificate,
  loadOwnCertificates,
  loadPrintedOfEvent,
} from "#app/modules/certificates/load-certificates.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPublishedEvent, changedPlan } from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, aPerson } from "../../support/people.ts";
import { allIn, aMark, atGate, send } from "../attendance/marking-fixtures.ts";

testDatabase();

let staff = { by: 0, address: "10.0.0.9" };
beforeAll(async () => {
  await ensureClub(db());
  staff = { ...staff, by: (await aPerson({ roles: ["events"] })).id };
});

/** A family of two that came to an event. */
async function aFamilyThatCame() {
  const event = await aPublishedEvent();
  const member = await aMember();
  const party = await aParty(event.eventId, member);
  await send(event.eventId, allIn(party));
  return { ...event, member, party };
}

const issue = (eventId: number) => issueCertificates(eventId, staff);
const codesOf = async (eventId: number) =>
  (await loadPrintedOfEvent(db(), eventId)).map(({ code }) => code);

describe("certificates of an event", () => {
  test("are for those who came: each by name, of a party let in as a whole everybody with a place", async () => {
    const { eventId, member } = await aFamilyThatCame();
    const whole = await aParty(eventId, null, {
      people: [
        { name: "Bo" },
        { role: "child", name: "Lu", state: "waiting" },
        { role: "child", name: "An" },
      ],
    });
    await send(eventId, [aMark({ registrationId: whole.id })]);
    const ticked = await aParty(eventId, null);
    await send(eventId, [aMark({ registrationId: ticked.id, personId: ticked.personIds[1] })]);
    await aParty(eventId, await aMember());
    expect(await issue(eventId)).toEqual({ ok: true, made: 5, replaced: 0, withdrawn: 0 });
    const names = (await loadPrintedOfEvent(db(), eventId)).map(({ name }) => name);
    expect(names).toEqual([member.name, "Mia", "Bo", "An", "Mia"]);
  });

  test("twenty times at once are one each, and again changes nothing", async () => {
    const { eventId } = await aFamilyThatCame();
    const answers = await Promise.all(Array.from({ length: 20 }, () => issue(eventId)));
    const made = answers.map((answer) => (answer.ok ? answer.made : -1));
    expect(made.toSorted()).toEqual([...Array(19).fill(0), 2]);
    expect(await db().certificate.count({ where: { eventId } })).toBe(2);
    const codes = await codesOf(eventId);
    await issue(eventId);
    expect(await codesOf(eventId)).toEqual(codes);
    expect(
      await db().auditEntry.count({
        where: { action: "certificates.issued", subject: `event:${eventId}` },
      }),
    ).toBe(1);
  });

  test("of an event to which nobody came are none", async () => {
    const { eventId } = await aPublishedEvent();
    await aParty(eventId, await aMember());
    expect(await issue(eventId)).toEqual({ ok: false, refusal: "nobody" });
    expect(await issue(999_999)).toEqual({ ok: false, refusal: "no-event" });
  });

  test("follow what is right: a name corrected, a mark taken back, an event called otherwise", async () => {
    const { party, ...event } = await aFamilyThatCame();
    const { eventId } = event;
    await issue(eventId);
    const [mine, mias] = await codesOf(eventId);
    await db().registrationPerson.update({
      where: { id: party.personIds[0] },
      data: { name: "林静怡" },
    });
    const seen = await loadIssue(db(), eventId);
    expect(seen?.decision).toMatchObject({ replace: [{ by: { name: "林静怡" } }], same: 1 });
    expect(await issue(eventId)).toMatchObject({ made: 0, replaced: 1, withdrawn: 0 });
    expect(await confirmCertificate(db(), String(mine))).toMatchObject({ state: "replaced" });

    const [mark] = await db().attendanceMark.findMany({ where: { personId: party.personIds[1] } });
    await send(eventId, [aMark({ kind: "undo", undoes: mark?.id })]);
    expect(await issue(eventId)).toMatchObject({ made: 0, replaced: 0, withdrawn: 1 });
    expect(await confirmCertificate(db(), String(mias))).toMatchObject({ state: "withdrawn" });

    const [before] = await codesOf(eventId);
    await changedPlan(event, { title: { en: "Evening by the lake", zh: "湖畔之夜" } });
    expect(await issue(eventId)).toMatchObject({ replaced: 1 });
    const [after] = await codesOf(eventId);
    expect(after).not.toBe(before);
    expect(await confirmCertificate(db(), String(after))).toMatchObject({
      state: "valid",
      name: "林＊＊",
      says: { event: { zh: "湖畔之夜" } },
    });
  });
});

describe("a name that staff correct", () => {
  test("is on another certificate, once of two at once, and later issues keep it", async () => {
    const { eventId } = await aFamilyThatCame();
    await issue(eventId);
    const [, code = ""] = await codesOf(eventId);
    const answers = await Promise.all(
      ["Mia Lin", "Mia Lin"].map((name) => correctName({ eventId, code, name }, staff)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: "ended" });
    await issue(eventId);
    const names = (await loadPrintedOfEvent(db(), eventId)).map(({ name }) => name);
    expect(names).toContain("Mia Lin");
    expect(names).not.toContain("Mia");
    expect((await confirmCertificate(db(), code))?.state).toBe("replaced");
  });

  test("of another event's certificate is refused, and the same name changes nothing", async () => {
    const { eventId } = await aFamilyThatCame();
    const { eventId: other } = await aFamilyThatCame();
    await issue(eventId);
    const [, code = ""] = await codesOf(eventId);
    expect(await correctName({ eventId: other, code, name: "X" }, staff)).toEqual({
      ok: false,
      refusal: "no-such-certificate",
    });
    expect(await correctName({ eventId, code, name: "Mia" }, staff)).toEqual({ ok: true, code });
  });
});

describe("who was erased", () => {
  test("a child taken out of the family: the code is confirmed without a name, nothing is printed or issued again", async () => {
    const { eventId, member, party } = await aFamilyThatCame();
    const child = await db().familyMember.create({
      data: {
        memberId: member.memberId,
        name: "Mia",
        birthDate: new Date("2019-06-01"),
        relation: "child",
      },
    });
    await db().registrationPerson.update({
      where: { id: party.personIds[1] },
      data: { familyMemberId: child.id },
    });
    await issue(eventId);
    const [, code = ""] = await codesOf(eventId);
    await db().familyMember.delete({ where: { id: child.id } });
    expect(await confirmCertificate(db(), code)).toMatchObject({ state: "valid", name: null });
    expect(await loadOwnCertificate(db(), member.memberId, code)).toBeNull();
    expect(await codesOf(eventId)).not.toContain(code);
    expect(await issue(eventId)).toMatchObject({ made: 0, replaced: 0, withdrawn: 0 });
    expect(await correctName({ eventId, code, name: "Mia" }, staff)).toEqual({
      ok: false,
      refusal: "nameless",
    });
  });

  test("a member who leaves: their codes are confirmed without names, and say no more whose they were", async () => {
    const { eventId, member } = await aFamilyThatCame();
    await issue(eventId);
    const [code = ""] = await codesOf(eventId);
    await eraseCertificates(db(), member.memberId);
    expect(await loadOwnCertificates(db(), member.memberId)).toEqual([]);
    expect(await confirmCertificate(db(), code)).toMatchObject({ state: "valid", name: null });
    const { certificates } = await loadKeptCertificates(db(), eventId, { find: "", before: null });
    expect(certificates.map(({ name, state }) => [name, state])).toEqual([
      [null, "valid"],
      [null, "valid"],
    ]);
  });
});

test("whoever tries codes waits after twenty that nobody has; whoever has certificates does not", async () => {
  const { eventId } = await aFamilyThatCame();
  await issue(eventId);
  const [code = ""] = await codesOf(eventId);
  const ask = (asked: string) => askForCertificate(asked, "203.0.113.7");
  for (let turn = 0; turn < 30; turn++) expect(await ask(code)).toMatchObject({ state: "valid" });
  for (let turn = 0; turn < 20; turn++) expect(await ask("0".repeat(12))).toBeNull();
  expect(await ask("1".repeat(12))).toBe("too-many");
  expect(await askForCertificate(code, "203.0.113.8")).toMatchObject({ state: "valid" });
});

test("staff find one of five hundred by part of a name, and go on from page to page", async () => {
  const { eventId } = await aPublishedEvent();
  const { id, personIds } = await aParty(eventId, null, {
    people: Array.from({ length: 120 }, (_, place) => ({ name: `Guest ${place + 1}` })),
  });
  await send(eventId, [aMark({ registrationId: id })], atGate(2));
  await issue(eventId);
  expect(personIds).toHaveLength(120);
  const page = (find: string, before: number | null) =>
    loadKeptCertificates(db(), eventId, { find, before });
  const found = await page("guest 77", null);
  expect(found.certificates.map(({ name }) => name)).toEqual(["Guest 77"]);
  const first = await page("", null);
  const second = await page("", first.next);
  const third = await page("", second.next);
  const all = [first, second, third].flatMap(({ certificates }) => certificates.map((c) => c.code));
  expect(new Set(all).size).toBe(120);
  expect(third.next).toBeNull();
});
