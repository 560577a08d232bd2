import { describe, expect, test } from "vitest";
import { formOfParty } from "#app/modules/parties/party-fields.ts";
import { partyRows, readTypedParty } from "#app/modules/parties/typed-party.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import { StaffPartyForm } from "#app/modules/registrations/forms.ts";
import { loadOwnRegistration } from "#app/modules/registrations/load-own-registration.server.ts";
import {
  loadDoorCodes,
  loadOwnRegistrations,
} from "#app/modules/registrations/load-own-registrations.server.ts";
import { loadParties } from "#app/modules/registrations/load-parties.server.ts";
import { loadPartyToChange } from "#app/modules/registrations/load-party.server.ts";
import { loadRegistering } from "#app/modules/registrations/load-registering.server.ts";
import { db } from "#app/platform/db.server.ts";
import { isStillSo } from "../../../app/routes/registrations/parts/own-words.ts";
import { eventSlugIn } from "../../../app/routes/registrations/parts/register-request.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aContestPlan, aLimit, aPlan, aPublishedEvent, WHILE_OPEN } from "../../support/events.ts";
import { earn } from "../../support/ledger-fixtures.ts";
import { aMember } from "../../support/people.ts";
import {
  aChild,
  anAdult,
  aParty,
  aPartyOf,
  partiesFile,
  registered,
} from "../../support/registrations.ts";
import { allIn, send } from "../attendance/marking-fixtures.ts";

testDatabase();

const own = (id: number, memberId: number) =>
  loadOwnRegistration(db(), id, memberId, "en", WHILE_OPEN);
const aSmallEvent = (most: number) =>
  aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most })] }) });

describe("a member's own party", () => {
  test("is shown with ages on the event's day, and to nobody else", async () => {
    const event = await aPublishedEvent({ plan: aContestPlan() });
    const child = aChild({ name: "Ada", birthDate: "2019-03-14" });
    const party = aParty({ people: [anAdult({ isMember: true }), child] });
    const { registrationId, member } = await registered(event, { party });
    const shown = await own(registrationId, member.memberId);
    expect(shown?.people[1]).toMatchObject({ name: "Ada", age: 8, bracket: "Junior" });
    const stranger = await aMember();
    expect(await own(registrationId, stranger.memberId)).toBeNull();
  });

  test("says before it is cancelled what comes back, and has nothing to say after", async () => {
    const member = await aMember();
    await earn(member.accountId, { points: 500 });
    const event = await aPublishedEvent({
      plan: aPlan({ price: { kind: "deposit", points: 200 } }),
    });
    const { registrationId } = await registered(event, {}, member);
    const before = await own(registrationId, member.memberId);
    expect(before).toMatchObject({
      isDeposit: true,
      terms: { pointsBack: 200, pointsKept: 0, freeBecause: "in-time" },
    });
    const cancelling = { registrationId, memberId: member.memberId, by: member.id, reason: null };
    await cancelRegistration({ ...cancelling, now: WHILE_OPEN });
    expect(await own(registrationId, member.memberId)).toMatchObject({
      state: "cancelled",
      terms: null,
      line: null,
    });
    const ahead = await loadOwnRegistrations(db(), member.memberId, "ahead", "en", WHILE_OPEN);
    expect(ahead).toEqual([]);
  });
});

describe("what became of a party", () => {
  test("that was cancelled is said with what it had paid, and not to be kept at hand for the door", async () => {
    const event = await aPublishedEvent({
      plan: aPlan({ price: { kind: "deposit", points: 200 } }),
    });
    const member = await aMember();
    await earn(member.accountId, { points: 200 });
    const { registrationId: id } = await registered(event, {}, member);
    const { memberId } = member;
    const codes = () => loadDoorCodes(db(), memberId, "en", WHILE_OPEN);
    const coming = await own(id, memberId);
    expect(await codes()).toMatchObject([
      { id, code: coming?.code, title: "Afternoon by the lake" },
    ]);
    expect(coming).toMatchObject({ back: null, came: null });
    await cancelRegistration({
      registrationId: id,
      memberId,
      by: member.id,
      reason: null,
      now: WHILE_OPEN,
    });
    expect(await own(id, memberId)).toMatchObject({
      back: "returned",
      points: 200,
      isDeposit: true,
    });
    expect(await codes()).toEqual([]);
  });

  test("that came is said, with its points", async () => {
    const event = await aPublishedEvent();
    const { registrationId: id, member } = await registered(event);
    const people = (await own(id, member.memberId))?.people ?? [];
    await send(event.eventId, allIn({ id, personIds: people.map((person) => person.id) }));
    const after = event.plan.endsAt;
    expect(await loadOwnRegistration(db(), id, member.memberId, "en", after)).toMatchObject({
      came: { outcome: "came", deposit: null, points: true },
      event: { isOver: true, attendancePoints: 50 },
    });
    const [listed] = await loadOwnRegistrations(db(), member.memberId, "all", "en", after);
    expect(listed?.came).toEqual({ outcome: "came" });
    expect(await loadDoorCodes(db(), member.memberId, "en", after)).toEqual([]);
  });
});

describe("a place in the line", () => {
  test("comes with the limit that is too small, and with how much of it is free", async () => {
    const event = await aSmallEvent(3);
    await registered(event, { party: aPartyOf(2) });
    const first = await registered(event, { party: aPartyOf(3) });
    const shown = await own(first.registrationId, first.member.memberId);
    expect(shown?.line).toMatchObject({
      place: 1,
      of: 1,
      blocking: [{ key: "people", wanted: 3, free: 1 }],
    });
  });

  test("is what staff see of every party that waits", async () => {
    const event = await aSmallEvent(1);
    await registered(event);
    const { registrationId } = await registered(event);
    const search = { state: "waiting" as const, after: 0 };
    const list = await loadParties(db(), event.eventId, search, "en", WHILE_OPEN);
    expect(list?.counts).toEqual({ registered: 1, waiting: 1 });
    expect(list?.parties).toMatchObject([
      { id: registrationId, line: { place: 1, blocking: [{ wanted: 1, free: 0 }] } },
    ]);
  });
});

test("whoever registered already is led to their party instead of the form", async () => {
  const event = await aPublishedEvent();
  const { registrationId, member } = await registered(event);
  const seen = await loadRegistering(
    db(),
    event.slug,
    member.memberId,
    { locale: "en" },
    WHILE_OPEN,
  );
  expect(seen).toMatchObject({ existing: registrationId, may: { ok: true } });
});

test("a party that was cancelled since is not said to be coming by the form sent again", () => {
  expect(isStillSo("registered", "registered")).toBe(true);
  expect(isStillSo("registered", "cancelled")).toBe(false);
  expect(isStillSo("accepted", "cancelled")).toBe(false);
  expect(isStillSo("cancelled", "cancelled")).toBe(true);
});

test("what staff say of a party is kept without what no database keeps", () => {
  const sent = { intent: "cancel", party: "7", reason: "No\u0000 car" };
  expect(StaffPartyForm.parse(sent)).toMatchObject({ reason: "No car" });
});

test("a page for an event asks the database for no address that no event can have", () => {
  const slugIn = (event: string) => eventSlugIn(new Request(`http://club.test/my?event=${event}`));
  expect(slugIn("by-the-lake-2")).toBe("by-the-lake-2");
  expect(slugIn("by%00the-lake")).toBe("");
});

test("the form of a party that is there holds all that was typed", async () => {
  const event = await aPublishedEvent({ plan: aContestPlan() });
  const child = aChild({ name: "Bo", allergies: "Nuts" });
  const party = aParty({ people: [anAdult({ isMember: true, name: "Lin" }), child] });
  const { registrationId, member } = await registered(event, { party });
  const kept = await loadPartyToChange(db(), registrationId, member.memberId);
  if (!kept) throw new Error("It is there.");
  const offered = partyRows(event.plan, { name: "Lin" }, [], "2027-03-14");
  const { rows, fields } = formOfParty(kept, offered);
  expect(readTypedParty(fields, event.plan, rows).party).toMatchObject({
    care: party.care,
    people: [
      { name: "Lin", isMember: true },
      { name: "Bo", birthDate: child.birthDate, allergies: "Nuts", consents: child.consents },
    ],
  });
});

test("a file of the parties has a line a person, and no formula that somebody typed", async () => {
  const event = await aPublishedEvent();
  const people = [anAdult({ isMember: true }), anAdult({ name: '=HYPERLINK("http://x")' })];
  await registered(event, { party: aParty({ people }) });
  const file = await partiesFile(event.eventId);
  expect(file.trim().split("\r\n")).toHaveLength(3);
  expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
});
