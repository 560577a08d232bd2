import { expect, test } from "vitest";
import { decideMerge, type Mergeable, stagesToFollow } from "./merge.ts";

const lead = (id: number, changes: Partial<Mergeable> = {}): Mergeable => ({
  ...{ id, createdAt: new Date(Date.UTC(2026, 6, id)), stage: "accepted" },
  ...{ ended: null, review: null },
  ...changes,
});

test.each<[string, Mergeable, Mergeable, object]>([
  ["the earlier goes on, whichever is named first", lead(2), lead(1), { keep: 1, end: 2 }],
  [
    "of one instant, the lower number",
    lead(2, { createdAt: new Date(0) }),
    lead(1, { createdAt: new Date(0) }),
    { keep: 1, end: 2 },
  ],
  [
    "an earlier one that was lost is not valid",
    lead(1, { ended: "lost" }),
    lead(2),
    { keep: 2, end: 1 },
  ],
  [
    "nor one that was refused in the review",
    lead(1, { review: "refused" }),
    lead(2),
    { keep: 2, end: 1 },
  ],
  [
    "two that ended stay ended",
    lead(1, { ended: "lost" }),
    lead(2, { ended: "declined" }),
    { refusal: "ended" },
  ],
  [
    "what was delivered is not merged",
    lead(1, { stage: "delivered" }),
    lead(2),
    { refusal: "delivered" },
  ],
  [
    "nor into what was delivered",
    lead(1),
    lead(2, { stage: "delivered" }),
    { refusal: "delivered" },
  ],
  [
    "nothing with what waits for a look",
    lead(1, { review: "waiting" }),
    lead(2),
    { refusal: "in-review" },
  ],
  [
    "nothing with what the friend withdrew",
    lead(1, { ended: "withdrawn" }),
    lead(2),
    { refusal: "ended" },
  ],
  ["nothing with itself", lead(1), lead(1), { refusal: "the-same" }],
])("%s", (_case, one, other, decided) => {
  expect(decideMerge(one, other)).toMatchObject(decided);
});

test("the one that goes on follows to where the other stood, stage by stage", () => {
  const steps = [
    { to: "accepted" },
    { to: "test-drive" },
    { to: "ordered" },
    { to: "test-drive" },
  ] as const;
  expect(stagesToFollow("submitted", steps)).toEqual(["accepted", "test-drive"]);
  expect(stagesToFollow("visited", steps)).toEqual(["test-drive"]);
  expect(stagesToFollow("ordered", steps)).toEqual([]);
});
