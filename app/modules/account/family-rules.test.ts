import { describe, expect, test } from "vitest";
import { decideFamilyEntry, FAMILY_AT_MOST, type FamilyEntry, isOfAge } from "./family-rules.ts";

const today = "2026-11-21";
const someone = (changes: Partial<FamilyEntry> = {}): FamilyEntry => ({
  name: "Ada",
  birthDate: "1990-05-01",
  relation: "partner",
  ...changes,
});

describe("of age", () => {
  test.each([
    ["on the eighteenth birthday", "2008-11-21", "2026-11-21", true],
    ["not the day before", "2008-11-22", "2026-11-21", false],
    ["born on 29 February, on the 28th of a common year", "2008-02-29", "2026-02-28", true],
    ["not on the 27th", "2008-02-29", "2026-02-27", false],
  ])("%s", (_case, birthDate, on, is) => {
    expect(isOfAge(birthDate, on)).toBe(is);
  });
});

describe("somebody is added to a family", () => {
  test.each([
    ["born today, with the guardian's consent", { birthDate: today }, true, true],
    ["an adult child without anybody's", { relation: "child" as const }, false, false],
    ["on the first day that is believed", { birthDate: "1900-01-01" }, false, false],
  ])("%s", (_case, changes, agrees, underAge) => {
    expect(decideFamilyEntry(someone(changes), agrees, [], today)).toEqual({ ok: true, underAge });
  });

  test.each([
    ["born tomorrow", { birthDate: "2026-11-22" }, true, "born-in-the-future"],
    ["born in 1899", { birthDate: "1899-12-31" }, true, "born-too-long-ago"],
    ["under age without consent", { birthDate: "2015-06-01" }, false, "needs-guardian"],
    [
      "under age without consent, though called a partner",
      { birthDate: "2010-01-01", relation: "partner" as const },
      false,
      "needs-guardian",
    ],
  ])("but not %s", (_case, changes, agrees, refusal) => {
    expect(decideFamilyEntry(someone(changes), agrees, [], today)).toEqual({ ok: false, refusal });
  });

  test("but not twice; a namesake born on another day is somebody else", () => {
    const family = [someone()];
    expect(decideFamilyEntry(someone({ relation: "other" }), false, family, today)).toEqual({
      ok: false,
      refusal: "there-already",
    });
    expect(decideFamilyEntry(someone({ birthDate: "1990-05-02" }), false, family, today).ok).toBe(
      true,
    );
  });

  test("but not beyond the most a family has", () => {
    const family = Array.from({ length: FAMILY_AT_MOST }, (_, n) => someone({ name: `Ada ${n}` }));
    expect(decideFamilyEntry(someone(), false, family.slice(1), today).ok).toBe(true);
    expect(decideFamilyEntry(someone(), false, family, today)).toEqual({
      ok: false,
      refusal: "family-is-full",
    });
  });
});
