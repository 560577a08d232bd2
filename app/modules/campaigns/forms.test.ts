import { expect, test } from "vitest";
import { CampaignForm } from "./forms.ts";

const typed = (changes: Record<string, unknown>) => CampaignForm.safeParse(changes);
const errors = (changes: Record<string, unknown>) =>
  typed(changes).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

test("a draft may lack everything", () => {
  expect(typed({}).data).toMatchObject({
    title: { en: "", zh: "" },
    firstDay: null,
    bonus: null,
    capTotal: null,
  });
});

test("figures and models are read as people type them", () => {
  const read = typed({ bonus: "points", points: "１,０００", models: "Tayron，高尔夫\n Tayron " });
  expect(read.data).toMatchObject({
    bonus: { stage: "delivered", points: 1_000 },
    models: ["Tayron", "高尔夫"],
  });
});

test.each([
  [{ firstDay: "2026-02-30" }, "firstDay", "campaigns.error.day"],
  [{ firstDay: "2026-05-08", lastDay: "2026-05-07" }, "lastDay", "campaigns.error.order"],
  [{ lastDay: "2026-05-08", reachBy: "2026-05-07" }, "reachBy", "campaigns.error.reachBy"],
  [{ bonus: "points" }, "points", "campaigns.error.points"],
  [{ bonus: "points", points: "0" }, "points", "campaigns.error.points"],
  [{ bonus: "percent", percent: "1001" }, "percent", "campaigns.error.percent"],
  [{ capTotal: "-1" }, "capTotal", "campaigns.error.cap"],
  [{ titleEn: "x".repeat(61) }, "titleEn", "campaigns.error.title"],
  [{ models: "x".repeat(41) }, "models", "campaigns.error.models"],
])("%j is refused", (changes, field, message) => {
  expect(errors(changes)).toContainEqual([field, message]);
});

test("one day is a window", () => {
  expect(errors({ firstDay: "2026-05-07", lastDay: "2026-05-07", reachBy: "2026-05-07" })).toEqual(
    [],
  );
});
