import { expect, test } from "vitest";
import { parseForm } from "#app/platform/http/form-fields.server.ts";
import { MessageForm } from "./forms.ts";

test("a message in one language is enough, and its other fields come empty", () => {
  const fields = new FormData();
  const typed = {
    to: "registered",
    subjectEn: "Bring a key",
    subjectZh: "",
    bodyEn: "One car.",
    bodyZh: "",
  };
  for (const [name, value] of Object.entries({ ...typed, requestKey: "k" }))
    fields.set(name, value);
  expect(parseForm(fields, MessageForm)).toMatchObject({
    status: "success",
    value: { subjectZh: "", bodyZh: "" },
  });
});
