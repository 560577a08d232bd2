import { describe, expect, test } from "vitest";
import { z } from "zod";
import { FORM_BYTES, parseForm, readFormFields } from "./form-fields.server.ts";

const FORM = "application/x-www-form-urlencoded";
const sent = (body: BodyInit, type = FORM) =>
  new Request("http://club.test/", {
    method: "POST",
    body,
    headers: { "Content-Type": type },
    duplex: "half",
  } as RequestInit);

const Schema = z.object({ email: z.string(), kinds: z.array(z.string()).optional() });

async function read(body: string) {
  return parseForm(await readFormFields(sent(body)), Schema);
}

test("known fields are read, those that may be several too", async () => {
  const form = await read("email=a%40b.test&kinds=x&kinds=y");
  expect(form).toMatchObject({
    status: "success",
    value: { email: "a@b.test", kinds: ["x", "y"] },
  });
});

test.each([
  ["a list of a thousand million places", "a[999999999]"],
  ["places in a list that there is", "kinds[999999999]"],
  ["five million brackets' worth", "a[5000000]"],
  ["a deep name", `a${".b".repeat(5_000)}`],
  ["a deep name under one that there is", "email.a.b"],
  ["a list to push to", "email[]"],
  ["a prototype", "__proto__"],
  ["a prototype's field", "__proto__.polluted"],
  ["a constructor", "constructor"],
  ["a constructor's prototype", "constructor.prototype.polluted"],
  ["a method of every object", "toString"],
  ["what the parser keeps for itself", "__intent__"],
  ["its state", "__state__"],
  ["no name", ""],
  ["a name that is only unknown", "colour"],
])("%s is not looked at and does not come back", async (_what, name) => {
  const started = performance.now();
  const form = await read(`email=a&${encodeURIComponent(name)}=marked`);
  expect(form.status).toBe("success");
  const reply = form.reply();
  expect(JSON.stringify(reply)).not.toContain("marked");
  expect(reply.fields).toEqual(["email"]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(1_000);
});

test("a field sent twice is no text", async () => {
  expect((await read("email=a&email=b")).status).toBe("error");
});

test("the fields of every variant of a union are known", () => {
  const Union = z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("save"), name: z.string() }),
    z.object({ intent: z.literal("end"), id: z.string() }).refine(() => true),
  ]);
  const fields = new FormData();
  for (const [name, value] of Object.entries({ intent: "end", id: "7", other: "x" })) {
    fields.append(name, value);
  }
  const form = parseForm(
    fields,
    Union.transform((value) => value),
  );
  expect(form).toMatchObject({ status: "success", value: { intent: "end", id: "7" } });
  expect(form.payload).toEqual({ intent: "end", id: "7" });
});

test("what a schema has no message of its own for is said by the key of a general one", () => {
  const fields = new FormData();
  fields.append("number", "none");
  const Wordless = z.object({ number: z.coerce.number(), absent: z.string() });
  expect(parseForm(fields, Wordless).reply().error).toEqual({
    number: ["form.error.unreadable"],
    absent: ["form.error.unreadable"],
  });
});

const statusOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 200,
    (refusal: Response) => refusal.status,
  );

describe("what no form of ours is, is refused", () => {
  test.each([
    ["a hundred and one fields", "a=1&".repeat(101), FORM, 400],
    ["more bytes than a form has", `a=${"x".repeat(FORM_BYTES)}`, FORM, 413],
    ["a multipart form", "--x--", "multipart/form-data; boundary=x", 415],
    ["text", "a=b", "text/plain", 415],
  ])("%s", async (_what, body, type, status) => {
    expect(await statusOf(readFormFields(sent(body, type)))).toBe(status);
  });

  test("a body without end that says nothing of its length, after its first bytes", async () => {
    let given = 0;
    const endless = new ReadableStream({
      pull(controller) {
        given += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(97));
      },
    });
    expect(await statusOf(readFormFields(sent(endless)))).toBe(413);
    expect(given).toBeLessThan(FORM_BYTES * 3);
  });
});

test("a hundred fields are a form", async () => {
  expect(await statusOf(readFormFields(sent("a=1&".repeat(100).slice(0, -1))))).toBe(200);
});
