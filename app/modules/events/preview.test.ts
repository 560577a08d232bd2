import { expect, test } from "vitest";
import { aLimit, aPlan } from "../../../tests/support/events.ts";
import type { KeptEvent } from "./event-page.ts";
import { NOBODY } from "./places.ts";
import { previewEvent } from "./preview.ts";

const plan = aPlan({ limits: [aLimit({ most: 24 })] });
const event: KeptEvent = {
  id: 1,
  slug: "lake",
  state: "published",
  plan,
  version: 1,
  facts: NOBODY,
  cancelReason: null,
  stores: [],
  movedFrom: null,
  wait: null,
};
/** Between gold's opening, two days before, and everybody's. */
const golden = new Date(plan.opensAt.getTime() - 3600_000);
const seenAs = (reader: Parameters<typeof previewEvent>[1]) =>
  previewEvent(event, reader, "en", golden);

test("gold may register already, and others are told from when they may", () => {
  expect(seenAs("gold").registering).toMatchObject({ can: "register" });
  expect(seenAs("silver").registering).toEqual({ can: "gold-first", from: plan.opensAt });
});

test("full is shown while it is open, with its line and all of its places", () => {
  const full = seenAs("full");
  expect(full.registering).toMatchObject({ can: "wait" });
  expect(full.limits).toMatchObject([{ most: 24, free: 0 }]);
});

test("full without a line says that it is full", () => {
  const waitlist = { ...plan.waitlist, open: false };
  const page = previewEvent({ ...event, plan: { ...plan, waitlist } }, "full", "en", golden);
  expect(page.registering).toEqual({ can: "full" });
});
