import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startJobs } from "#app/jobs.server.ts";
import { sendLetter } from "#app/modules/letters/send-letter.server.ts";
import {
  type NewLetter,
  writeLetter,
  writeLetters,
} from "#app/modules/letters/write-letter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { closeMailer } from "#app/platform/mailer.server.ts";
import { type Worker, workerReady } from "#app/platform/worker.server.ts";
import { testDatabase } from "../../support/database.ts";
import { letters, mailServer } from "../../support/mail-server.ts";

testDatabase();
const server = await mailServer();
process.env.SMTP_URL = server.url;
let worker: Worker;

beforeAll(async () => {
  await server.start();
  worker = await startJobs();
});
afterAll(async () => {
  await worker.stop();
  await server.stop();
});
beforeEach(() => {
  server.arrived.length = 0;
});

const inTenMinutes = () => new Date(Date.now() + 600_000).toISOString();
const aCode = (to: string, code = "314159"): NewLetter => ({
  to,
  template: "sign-in-code",
  locale: "en",
  props: { code, purpose: "sign-in", expiresAt: inTenMinutes() },
});
const aWelcome = (to: string, dedupKey?: string): NewLetter => ({
  to,
  template: "welcome",
  locale: "en",
  props: { name: "Ada", memberNumber: "M10000001", tier: "silver", available: 0, imported: true },
  dedupKey,
});
const stateOf = async (id: number | null) =>
  db().mail.findUniqueOrThrow({ where: { id: id as number } });

async function eventually(check: () => Promise<void>): Promise<void> {
  const until = Date.now() + 15_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The queue's pause before the next attempt, taken away. */
const hurry = () =>
  db().$executeRaw`update graphile_worker._private_jobs set run_at = now() where locked_at is null`;

test("a letter arrives, in both forms, under an id of its own, and its code is forgotten", async () => {
  const id = await writeLetter(db(), aCode("ada@marque.test"));
  const [mail] = await letters(server, 1);
  expect(mail?.to).toMatchObject({ text: "ada@marque.test" });
  expect(mail?.subject).toBe("314 159 is your code for Marque");
  expect(mail?.from?.text).toBe('"Marque" <no-reply@club.marque.test>');
  expect(mail?.html).toContain("314 159");
  expect(mail?.text).toContain("314 159");
  expect(mail?.messageId).toMatch(new RegExp(`^<letter-${id}-[a-z0-9]+@club.marque.test>$`));
  await eventually(async () => expect((await stateOf(id)).state).toBe("sent"));
  const { props, sentAt } = await stateOf(id);
  expect(JSON.stringify(props)).not.toContain("314159");
  expect(sentAt).not.toBeNull();
});

test("what was rolled back is not announced", async () => {
  const undone = db().$transaction(async (tx) => {
    await writeLetter(tx, aWelcome("nobody@marque.test"));
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await writeLetter(db(), aWelcome("somebody@marque.test"));
  await letters(server, 1);
  expect(server.arrived.map((mail) => mail.to)).toMatchObject([{ text: "somebody@marque.test" }]);
});

test("a second letter about the same thing is not written, also not at the same moment", async () => {
  const ids = await Promise.all(
    Array.from({ length: 6 }, () => writeLetter(db(), aWelcome("twice@marque.test", "welcome:7"))),
  );
  expect(ids.filter((id) => id !== null)).toHaveLength(1);
  await letters(server, 1);
});

test("a thousand letters are written in one statement", async () => {
  const many = Array.from({ length: 1_000 }, (_, index) =>
    aWelcome(`m${index}@marque.test`, `bulk:${index}`),
  );
  await db().$transaction(async (tx) => {
    expect(await writeLetters(tx, many)).toHaveLength(1_000);
    await tx.$executeRaw`delete from mail where dedup_key like 'bulk:%'`;
    await tx.$executeRaw`delete from graphile_worker._private_jobs where key like 'mail:%'`;
  });
});

test("while the mail server is down letters wait, with their code, and go out when it is back", async () => {
  await server.stop();
  closeMailer();
  const id = await writeLetter(db(), aCode("later@marque.test", "271828"));
  await eventually(async () =>
    expect(await stateOf(id)).toMatchObject({ state: "waiting", attempts: 1 }),
  );
  expect((await stateOf(id)).lastError).toMatch(/ECONNREFUSED|connect/);
  await server.start();
  await hurry();
  const [mail] = await letters(server, 1);
  expect(mail?.text).toContain("271 828");
  await eventually(async () => expect((await stateOf(id)).state).toBe("sent"));
});

test("a code that ended while the mail server was down is not sent", async () => {
  const id = await writeLetter(db(), {
    to: "late@marque.test",
    template: "sign-in-code",
    locale: "en",
    props: {
      code: "161803",
      purpose: "sign-in",
      expiresAt: new Date(Date.now() - 1_000).toISOString(),
    },
  });
  await eventually(async () => expect((await stateOf(id)).state).toBe("stale"));
  expect(JSON.stringify((await stateOf(id)).props)).not.toContain("161803");
  expect(server.arrived).toHaveLength(0);
});

test("an address that the server does not know is not tried again", async () => {
  server.unknown.add("gone@marque.test");
  const id = await writeLetter(db(), aWelcome("gone@marque.test"));
  await eventually(async () => expect((await stateOf(id)).state).toBe("refused"));
  expect(await stateOf(id)).toMatchObject({
    attempts: 1,
    lastError: expect.stringContaining("550"),
  });
});

test("when the queue gives up the letter says so", async () => {
  const id = await db().mail.create({
    data: { recipient: "x@marque.test", template: "no-such-letter", locale: "en", props: {} },
  });
  await expect(sendLetter(db(), id.id, false)).rejects.toThrow("no-such-letter");
  expect((await stateOf(id.id)).state).toBe("waiting");
  await expect(sendLetter(db(), id.id, true)).rejects.toThrow("no-such-letter");
  expect((await stateOf(id.id)).state).toBe("failed");
});

test("a job that is run twice sends once", async () => {
  const id = await writeLetter(db(), aWelcome("once@marque.test"));
  await letters(server, 1);
  await eventually(async () => expect((await stateOf(id)).state).toBe("sent"));
  await sendLetter(db(), id as number, false);
  expect(server.arrived).toHaveLength(1);
});

test("a name of any kind cannot add recipients or headers", async () => {
  const name = "Eve\r\nBcc: all@marque.test\r\n<script>alert(1)</script> =HYPERLINK(1) 😀";
  const letter = aWelcome("eve@marque.test");
  if (letter.template !== "welcome") throw new Error();
  await writeLetter(db(), { ...letter, props: { ...letter.props, name } });
  const [mail] = await letters(server, 1);
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.html).not.toContain("<script>");
  expect(mail?.text).toContain("😀");
});

test("a worker at work is ready", async () => {
  expect(await workerReady()).toBe(true);
});
