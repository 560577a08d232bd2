import { expect, test } from "vitest";
import { parseForm } from "#app/platform/http/form-fields.server.ts";
import { CampaignForm, VipBenefitsForm } from "./forms.ts";

/** As a browser sends it: fields in which nothing is typed come along empty. */
const EMPTY = [
  ...["titleEn", "titleZh", "aboutEn", "aboutZh", "firstDay", "lastDay", "reachBy", "models"],
  ...["points", "percent", "variantId", "capPerReferrer", "capTotal"],
];

function typed(changes: Record<string, string | string[]>) {
  const fields = new FormData();
  const all = { ...Object.fromEntries(EMPTY.map((name) => [name, ""])), ...changes };
  for (const [name, value] of Object.entries(all)) {
    for (const each of [value].flat()) fields.append(name, each);
  }
  const form = parseForm(fields, CampaignForm);
  return form.status === "success"
    ? { data: form.value, errors: [] }
    : { data: null, errors: Object.entries(form.error ?? {}) };
}
const errors = (changes: Record<string, string>) =>
  typed(changes).errors.map(([field, messages]) => [field, messages?.[0]]);

test("a draft may lack everything, also what is all blanks", () => {
  expect(typed({ titleEn: "  ", capTotal: " ", models: " , " }).data).toMatchObject({
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
  [{ bonus: "none", points: "300" }, "points", "campaigns.error.unchosen"],
  [{ percent: "50" }, "percent", "campaigns.error.unchosen"],
  [{ bonus: "points", points: "0" }, "points", "campaigns.error.points"],
  [{ bonus: "percent", percent: "1001" }, "percent", "campaigns.error.percent"],
  [{ capTotal: "-1" }, "capTotal", "campaigns.error.cap"],
  [{ titleEn: "x".repeat(61) }, "titleEn", "campaigns.error.title"],
  [{ models: "x".repeat(41) }, "models", "campaigns.error.models"],
])("%j is refused", (changes, field, message) => {
  expect(errors(changes)).toContainEqual([field, message]);
});

test("of several that are ticked each is kept, and one alone is one", () => {
  expect(typed({ tiers: ["gold", "none"], storeIds: "7", bonus: "none" }).data).toMatchObject({
    tiers: ["gold", "none"],
    storeIds: [7],
    bonus: null,
  });
});

test("what VIP referrers get may be emptied again", () => {
  const fields = new FormData();
  for (const name of ["en", "zh"]) fields.append(name, "");
  fields.append("seen", "3");
  expect(parseForm(fields, VipBenefitsForm)).toMatchObject({ value: { en: "", zh: "", seen: 3 } });
});

test("one day is a window", () => {
  expect(errors({ firstDay: "2026-05-07", lastDay: "2026-05-07", reachBy: "2026-05-07" })).toEqual(
    [],
  );
});
