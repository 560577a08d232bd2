import { expect, test } from "vitest";
import { readPictureForm } from "./picture-form.server.ts";

const LIMIT = 1000;

const sent = (body: FormData | URLSearchParams) =>
  readPictureForm(new Request("http://club.marque.test", { method: "POST", body }), LIMIT);

function aForm(size: number | null): FormData {
  const form = new FormData();
  form.set("orderNumber", "湖-1");
  if (size !== null) form.set("photo", new File([Buffer.alloc(size, 7)], "invoice.jpg"));
  form.set("note", "after the file");
  return form;
}

test("fields and the one file arrive, whatever stands first", async () => {
  const { fields, picture } = await sent(aForm(1000));
  expect(Object.fromEntries(fields)).toEqual({ orderNumber: "湖-1", note: "after the file" });
  expect(picture).toEqual(Buffer.alloc(1000, 7));
});

test.each([
  ["no file", null, null],
  ["a file that was not chosen", 0, null],
  ["a byte too many", 1001, "too-large"],
])("%s keeps the other fields", async (_what, size, picture) => {
  const read = await sent(aForm(size));
  expect(read.picture).toBe(picture);
  expect(read.fields.get("note")).toBe("after the file");
});

test.each([
  [
    "two files",
    () => {
      const form = aForm(5);
      form.set("another", new File(["x"], "x.jpg"));
      return form;
    },
    400,
  ],
  ["a form that is not multipart", () => new URLSearchParams({ note: "x" }), 400],
  [
    "forty fields and one",
    () => {
      const form = new FormData();
      for (let n = 0; n < 41; n++) form.append("note", "x");
      return form;
    },
    400,
  ],
  ["what would fill the memory", () => aForm(10_001), 413],
])("%s is answered with its status", async (_what, make, status) => {
  const answer = await sent(make()).catch((thrown) => thrown);
  expect(answer).toBeInstanceOf(Response);
  expect(answer.status).toBe(status);
});
