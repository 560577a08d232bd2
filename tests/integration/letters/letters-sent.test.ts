import { expect, test } from "vitest";
import { MailFilterForm } from "#app/modules/letters/forms.ts";
import { listMails } from "#app/modules/letters/list-mails.server.ts";
import { openMail } from "#app/modules/letters/open-mail.server.ts";
import { sendAgain } from "#app/modules/letters/send-again.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, aPerson } from "../../support/people.ts";

freshDatabase();

const everything = { state: null, template: null, recipient: null };
const by = { by: 1, address: "10.0.0.1" };

async function aLetter(to: string, state = "sent"): Promise<number> {
  const person = await aPerson({ email: to });
  const id = await writeLetter(db(), {
    personId: person.id,
    to,
    template: "points-lapsing",
    locale: "en",
    props: { name: "Ada", points: 800, lapsesAt: "2026-11-30T16:00:00Z", daysLeft: 7 },
  });
  await db().mail.update({ where: { id: id as number }, data: { state } });
  return id as number;
}

test("letters are listed the latest first, page by page, and nobody's address stands there", async () => {
  const ids = [];
  for (let n = 0; n < 5; n++) ids.push(await aLetter(`ada${n}@marque.test`));
  const first = await listMails(db(), everything, { before: null, limit: 3 });
  expect(first.mails.map(({ id }) => id)).toEqual([...ids].reverse().slice(0, 3));
  expect(JSON.stringify(first)).not.toContain("ada4@");
  const rest = await listMails(db(), everything, { before: first.olderBefore, limit: 3 });
  expect(rest.mails.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  expect(rest.olderBefore).toBeNull();
});

test("a letter names its reader, by whom it was written to or whose address it is, and nobody where it is no one's", async () => {
  const member = await aMember({ name: "林静" });
  const props = { code: "314159", purpose: "sign-in", expiresAt: "2026-11-21T08:10:00Z" } as const;
  const write = (to: string, personId?: number) =>
    writeLetter(db(), { to, personId, template: "sign-in-code", locale: "en", props });
  // Written when they had another address.
  await write("before@marque.test", member.id);
  const code = await write(member.email);
  await write("nobody@marque.test");
  const list = await listMails(db(), everything, { before: null, limit: 9 });
  const them = { name: "林静", number: member.number };
  expect(list.mails.map(({ reader }) => reader)).toEqual([null, them, them]);
  expect((await openMail(db(), { mailId: code as number, ...by }))?.reader).toEqual(them);
});

test("they are found by what became of them, what about, and the whole address of their reader", async () => {
  const failed = await aLetter("ada@marque.test", "failed");
  await aLetter("bo@marque.test");
  const find = async (typed: Record<string, string>) => {
    const { before, ...filter } = MailFilterForm.parse(typed);
    return (await listMails(db(), filter, { before, limit: 9 })).mails.map(({ id }) => id);
  };
  expect(await find({ state: "failed" })).toEqual([failed]);
  expect(await find({ recipient: " ADA@marque.test " })).toEqual([failed]);
  expect(await find({ recipient: "ada" })).toEqual([]);
  expect(await find({ template: "birthday" })).toEqual([]);
  for (const odd of ["%", "'", "😀", "x".repeat(500)]) {
    expect(await find({ recipient: odd })).toEqual([]);
  }
  expect(await find({ state: "lost", before: "-1" })).toHaveLength(2);
});

test("an opened letter shows neither its code nor the link that stops such letters, and is written down", async () => {
  const id = (await writeLetter(db(), {
    to: "ada@marque.test",
    template: "sign-in-code",
    locale: "en",
    props: { code: "314159", purpose: "sign-in", expiresAt: "2026-11-21T08:10:00Z" },
  })) as number;
  const code = await openMail(db(), { mailId: id, ...by });
  expect(JSON.stringify(code)).not.toMatch(/314.?159/);
  expect(code?.subject).toContain("••• •••");
  const lapsing = await openMail(db(), { mailId: await aLetter("bo@marque.test"), ...by });
  expect(lapsing?.text).toContain("800");
  expect(lapsing?.text).not.toContain("unsubscribe");
  expect(JSON.stringify(lapsing)).not.toContain("bo@marque.test");
  expect(await db().auditEntry.count({ where: { action: "letter.opened" } })).toBe(2);
  expect(await openMail(db(), { mailId: 999_999, ...by })).toBeNull();
});

test("what the mail server said does not give the address away", async () => {
  const id = await aLetter("ada@marque.test", "refused");
  await db().mail.update({
    where: { id },
    data: { lastError: "550 5.1.1 <ada@marque.test>: no such user" },
  });
  const opened = await openMail(db(), { mailId: id, ...by });
  expect(opened?.lastError).toContain("no such user");
  expect(opened?.lastError).not.toContain("ada@");
});

test("a letter that did not get through goes again, once, also for two who press at once", async () => {
  const id = await aLetter("ada@marque.test", "failed");
  const pressed = await Promise.all([
    sendAgain(db(), { mailId: id, ...by }),
    sendAgain(db(), { mailId: id, ...by }),
  ]);
  expect(pressed.sort()).toEqual([false, true]);
  expect((await db().mail.findUniqueOrThrow({ where: { id } })).state).toBe("waiting");
  const [jobs] = await db().$queryRaw<[{ count: bigint }]>`
    select count(*) from graphile_worker._private_jobs where key = ${`mail:${id}`}`;
  expect(Number(jobs.count)).toBe(1);
  expect(await db().auditEntry.count({ where: { action: "letter.sent-again" } })).toBe(1);
});

test("a letter that has arrived, or brought a code, does not go again", async () => {
  expect(await sendAgain(db(), { mailId: await aLetter("a@marque.test"), ...by })).toBe(false);
  const code = await writeLetter(db(), {
    to: "ada@marque.test",
    template: "sign-in-code",
    locale: "en",
    props: { purpose: "sign-in", expiresAt: "2026-11-21T08:10:00Z" },
  });
  await db().mail.update({ where: { id: code as number }, data: { state: "failed" } });
  expect(await sendAgain(db(), { mailId: code as number, ...by })).toBe(false);
});
