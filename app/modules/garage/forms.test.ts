import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { CarForm, ReadingForm } from "./forms.ts";

const sent = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const car = (fields: Record<string, string>) => parseWithZod(sent(fields), { schema: CarForm });

test("a car is read with its names in one spelling", () => {
  const form = car({ plate: "沪a·d12345", vin: "", model: " 海鸥 " });
  expect(form.status === "success" && form.value).toEqual({
    vin: null,
    plate: "沪AD12345",
    model: "海鸥",
    orderNumber: null,
    asksDesk: false,
  });
});

test.each<[string, Record<string, string>, Record<string, string[]>]>([
  ["nothing at all", {}, { plate: ["car.error.none"] }],
  ["a slip in the VIN", { vin: "1M8GDM9AXKP042789" }, { vin: ["car.error.vin.check"] }],
  ["a short VIN", { vin: "1M8" }, { vin: ["car.error.vin.malformed"] }],
  ["no plate", { plate: "沪A1" }, { plate: ["car.error.plate.malformed"] }],
  [
    "a model beyond measure",
    { plate: "沪A10000", model: "x".repeat(81) },
    { model: ["car.error.model"] },
  ],
  [
    "a proof without a number",
    { plate: "沪A10000", step: "prove", orderNumber: " " },
    { orderNumber: ["car.error.order"] },
  ],
])("%s is told where it was typed", (_case, fields, errors) => {
  expect(car(fields).reply().error).toEqual(errors);
});

test.each([
  ["12,345 km", 12_345],
  ["１２３", 123],
  ["0", 0],
  ["2000000", 2_000_000],
])("the reading %s is %i", (typed, km) => {
  const form = parseWithZod(sent({ km: typed, day: "2026-11-21" }), { schema: ReadingForm });
  expect(form.status === "success" && form.value.km).toBe(km);
});

test.each(["", "-1", "12.5", "2000001", "many", "99999999999"])("%s is no reading", (typed) => {
  const form = parseWithZod(sent({ km: typed, day: "2026-11-21" }), { schema: ReadingForm });
  expect(form.reply().error).toEqual({ km: ["car.odo.error.km"] });
});
