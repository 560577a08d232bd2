import { expect, test } from "vitest";
import { MessageForm } from "#app/modules/event-messages/forms.ts";
import { loadMessagesPage } from "#app/modules/event-messages/load-messages-page.server.ts";
import {
  sendMessage,
  sendTestMessage,
  writeEventMessage,
} from "#app/modules/event-messages/send-message.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPlan, aPublishedEvent } from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, aPerson } from "../../support/people.ts";

testDatabase();

let messages = 0;
const aMessage = (to: string, changes: Record<string, string> = {}) => {
  messages += 1;
  return MessageForm.parse({
    to,
    subjectEn: "Bring boots",
    bodyEn: "It rained.",
    requestKey: `message-${messages}`,
    ...changes,
  });
};
const session = (key: string) => ({
  key,
  name: { en: key, zh: key },
  startsAt: new Date("2027-03-14T05:00:00Z"),
  endsAt: new Date("2027-03-14T06:00:00Z"),
});

/** An event with a party of each kind, and whoever keeps it. */
async function anAudience() {
  const { eventId } = await aPublishedEvent({
    plan: aPlan({ sessions: [session("am"), session("pm")] }),
  });
  const people = {
    morning: await aMember(),
    afternoon: await aMember(),
    waiting: await aMember(),
    gone: await aMember(),
    missing: await aMember(),
  };
  await aParty(eventId, people.morning, { session: "am" });
  await aParty(eventId, people.afternoon, { session: "pm" });
  await aParty(eventId, people.waiting, { session: "am", state: "waiting" });
  await aParty(eventId, people.gone, {
    state: "cancelled",
    endedAt: new Date(),
    endReason: "owner",
  });
  const missed = await aParty(eventId, people.missing, { session: "pm" });
  await db().attendanceOutcome.create({
    data: { registrationId: missed.id, eventId, outcome: "no-show" },
  });
  const keeper = await aPerson({ roles: ["events"] });
  return { eventId, people, actor: { by: keeper.id, address: "192.0.2.1" }, keeper };
}

test.each([
  ["all", ["morning", "afternoon", "waiting", "missing"]],
  ["registered", ["morning", "afternoon", "missing"]],
  ["waiting", ["waiting"]],
  ["no-shows", ["missing"]],
  ["session:pm", ["afternoon", "missing"]],
])("a message to %s reaches %j and nobody else", async (to, names) => {
  const { eventId, people, actor } = await anAudience();
  const answer = await sendMessage(eventId, aMessage(to), actor);
  if (!answer.ok) throw new Error(answer.refusal);
  await writeEventMessage(answer.messageId);
  const letters = await db().mail.findMany({
    where: {
      template: "event-message",
      personId: { in: Object.values(people).map(({ id }) => id) },
    },
  });
  const reached = Object.entries(people).filter(([, { id }]) =>
    letters.some(({ personId }) => personId === id),
  );
  expect(reached.map(([name]) => name)).toEqual(names);
  const page = await loadMessagesPage(db(), eventId);
  const [audience, key = null] = to.split(":");
  expect(
    page?.audiences.find((each) => each.audience === audience && each.session === key),
  ).toMatchObject({ parties: names.length });
  expect(page?.messages).toMatchObject([
    { letters: names.length, done: true, subject: { en: "Bring boots" } },
  ]);
});

test("a form sent twice is one message, and a job that runs again writes no second letter", async () => {
  const { eventId, people, actor } = await anAudience();
  const message = aMessage("waiting");
  const [one, two] = [
    await sendMessage(eventId, message, actor),
    await sendMessage(eventId, message, actor),
  ];
  expect(two).toEqual(one);
  if (!one.ok) throw new Error(one.refusal);
  await writeEventMessage(one.messageId);
  // As if the job had been cut off before it wrote that it was done.
  await db().eventMessage.update({ where: { id: one.messageId }, data: { writtenAt: null } });
  await writeEventMessage(one.messageId);
  expect(await db().mail.count({ where: { personId: people.waiting.id } })).toBe(1);
  expect((await loadMessagesPage(db(), eventId))?.messages).toMatchObject([
    { letters: 1, done: true },
  ]);
});

test("a test goes to its writer alone, and is no message", async () => {
  const { eventId, actor, keeper } = await anAudience();
  await sendTestMessage(eventId, aMessage("all"), actor.by);
  const letters = await db().mail.findMany({
    where: { template: "event-message", recipient: keeper.email },
  });
  expect(letters).toHaveLength(1);
  expect((await loadMessagesPage(db(), eventId))?.messages).toEqual([]);
});

test("what does not belong to the event is refused", async () => {
  const { eventId, actor } = await anAudience();
  expect(await sendMessage(eventId, aMessage("session:night"), actor)).toEqual({
    ok: false,
    refusal: "no-such-session",
  });
  expect(await sendMessage(2_147_483_647, aMessage("all"), actor)).toEqual({
    ok: false,
    refusal: "no-such-event",
  });
});

test.each([
  [{ to: "everybody" }, "to"],
  [{ to: "session" }, "to"],
  [{ to: "all:am" }, "to"],
  [{ subjectEn: " " }, "subjectEn"],
  [{ bodyEn: "" }, "bodyEn"],
  [{ subjectZh: "长".repeat(121) }, "subjectZh"],
])("%j is told at %s", (changes, field) => {
  const typed = {
    to: "all",
    subjectEn: "Boots",
    bodyEn: "Bring boots",
    requestKey: "k",
    ...changes,
  };
  const answer = MessageForm.safeParse(typed);
  expect(answer.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
