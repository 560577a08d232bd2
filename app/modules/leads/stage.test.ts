import { describe, expect, test } from "vitest";
import { decideMove, isBefore, STAGES } from "./stage.ts";

const at = (stage: (typeof STAGES)[number]) => ({ stage, ended: null });

describe("a lead is moved", () => {
  test("forward, also past stages that never were", () => {
    expect(decideMove(at("submitted"), "accepted", null)).toEqual({ ok: true, back: false });
    expect(decideMove(at("accepted"), "ordered", null)).toEqual({ ok: true, back: false });
  });

  test("back with a reason alone", () => {
    expect(decideMove(at("ordered"), "test-drive", null)).toEqual({
      ok: false,
      refusal: "no-reason",
    });
    expect(decideMove(at("delivered"), "ordered", "sale-cancelled")).toEqual({
      ok: true,
      back: true,
    });
  });

  test("not before it is accepted, not to where it is, and not once it has ended", () => {
    const refusal = (lead: Parameters<typeof decideMove>[0], to: "accepted" | "visited") =>
      decideMove(lead, to, "other");
    expect(refusal(at("submitted"), "visited")).toMatchObject({ refusal: "not-accepted" });
    expect(refusal(at("visited"), "visited")).toMatchObject({ refusal: "there" });
    const lost = { stage: "contacted", ended: "lost" } as const;
    expect(refusal(lost, "visited")).toMatchObject({ refusal: "ended" });
  });
});

test("stages are in the order in which they are reached", () => {
  for (const [index, stage] of STAGES.entries()) {
    expect(STAGES.filter((each) => isBefore(each, stage))).toEqual(STAGES.slice(0, index));
  }
});
