import fc from "fast-check";
import { expect, test } from "vitest";
import { FormTooLong, MalformedForm, readField, readForm } from "./multipart.server.ts";

type Read = { name: string; fileName: string | null; content: Buffer };

async function readAll(body: AsyncIterable<Uint8Array>, contentType: string): Promise<Read[]> {
  const read: Read[] = [];
  for await (const { name, fileName, content } of readForm(body, contentType)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(Uint8Array.from(piece));
    read.push({ name, fileName, content: Buffer.concat(pieces) });
  }
  return read;
}

/** A form as a browser sends it, cut into pieces of these sizes over and over. */
async function sent(form: FormData, sizes: number[] = [65_536]) {
  const request = new Request("http://club.marque.test", { method: "POST", body: form });
  const bytes = Buffer.from(await request.arrayBuffer());
  return {
    contentType: String(request.headers.get("Content-Type")),
    bytes,
    body: cut(bytes, sizes),
  };
}

async function* cut(bytes: Buffer, sizes: number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

test("a form arrives whole, however the network cuts it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
      async (file, sizes) => {
        const form = new FormData();
        form.set("kind", "members");
        form.set("file", new File([Buffer.from(file)], '6月;工单="新".csv'));
        form.set("dryRun", "on");
        const { body, contentType } = await sent(form, sizes);
        expect(await readAll(body, contentType)).toEqual([
          { name: "kind", fileName: null, content: Buffer.from("members") },
          { name: "file", fileName: '6月;工单="新".csv', content: Buffer.from(file) },
          { name: "dryRun", fileName: null, content: Buffer.from("on") },
        ]);
      },
    ),
  );
});

test("what looks like a boundary inside a file is part of the file", async () => {
  const form = new FormData();
  const tricky = "\r\n--\r\n------WebKitFormBoundary\r\n\r\n--";
  form.set("file", new File([tricky], "a.csv"));
  const { body, contentType } = await sent(form, [3]);
  expect((await readAll(body, contentType))[0]?.content.toString()).toBe(tricky);
});

test("a part that nobody reads is passed over", async () => {
  const form = new FormData();
  form.set("file", new File(["x".repeat(300_000)], "a.csv"));
  form.set("kind", "members");
  const { body, contentType } = await sent(form);
  const names: string[] = [];
  for await (const part of readForm(body, contentType)) {
    if (part.fileName === null) names.push(`${part.name}=${await readField(part)}`);
  }
  expect(names).toEqual(["kind=members"]);
});

test("a form that breaks off is never taken for a whole one", async () => {
  const form = new FormData();
  form.set("kind", "members");
  form.set("file", new File(["member_number\r\nM00010009\r\n"], "a.csv"));
  const { bytes, contentType } = await sent(form);
  const whole = bytes.lastIndexOf("--") + 2;
  for (let length = 0; length < whole; length++) {
    await expect(readAll(cut(bytes.subarray(0, length), [50]), contentType)).rejects.toThrow(
      MalformedForm,
    );
  }
});

test.each([
  ["no body", null, "multipart/form-data; boundary=x"],
  ["another type", "kind=members", "application/x-www-form-urlencoded"],
  ["no boundary", "--x--", "multipart/form-data"],
  [
    "a part without a name",
    "--x\r\nContent-Type: text/csv\r\n\r\na\r\n--x--",
    "multipart/form-data; boundary=x",
  ],
  ["something after a boundary", "--x?\r\n", "multipart/form-data; boundary=x"],
])("%s is malformed", async (_case, text, contentType) => {
  const body = text === null ? null : cut(Buffer.from(text), [7]);
  await expect(async () => {
    for await (const _part of readForm(body, contentType));
  }).rejects.toThrow(MalformedForm);
});

test("a field without an end stops being kept", async () => {
  const form = new FormData();
  form.set("kind", "x".repeat(1_000_000));
  const { body, contentType } = await sent(form);
  await expect(async () => {
    for await (const part of readForm(body, contentType)) await readField(part);
  }).rejects.toThrow("longer than any");
});

test("more parts than any form has are not read, with or without a file's name", async () => {
  for (const value of ["x", new File([], "a.csv")]) {
    const form = new FormData();
    for (let part = 0; part < 101; part++) form.append(`a${part}`, value);
    const { body, contentType } = await sent(form);
    await expect(readAll(body, contentType)).rejects.toThrow("more parts");
  }
});

test.each([
  ["before the first boundary", ""],
  ["in a part that nobody reads", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n'],
])("bytes %s count, and without end they are cut off", async (_where, begin) => {
  let given = 0;
  async function* endless() {
    yield Buffer.from(begin);
    for (;;) {
      given += 1_000;
      yield Buffer.alloc(1_000, "y");
    }
  }
  await expect(async () => {
    for await (const _part of readForm(endless(), "multipart/form-data; boundary=x", 50_000));
  }).rejects.toThrow(FormTooLong);
  expect(given).toBeLessThan(60_000);
});
