import { expect, test } from "vitest";
import { AuditQuery, auditSearch } from "./audit-filter.ts";

const nothing = {
  person: null,
  group: null,
  member: null,
  from: null,
  through: null,
  before: null,
};

test("an address without filters has none", () => {
  expect(AuditQuery.parse({})).toEqual(nothing);
});

test.each([
  ["person", "0"],
  ["person", "99999999999"],
  ["person", "1; drop table"],
  ["group", "everything"],
  ["member", "M123"],
  ["from", "2026-02-30"],
  ["through", "yesterday"],
  ["before", "-1"],
  ["before", "1e40"],
])("%s=%s is left out", (name, value) => {
  expect(AuditQuery.parse({ [name]: value })).toEqual(nothing);
});

test("filters come back from the address that they make", () => {
  const { before, ...filter } = AuditQuery.parse({
    person: "7",
    group: "points",
    member: " m00010009",
    from: "2026-02-28",
    before: "5000000000",
  });
  expect(filter).toMatchObject({ person: 7, group: "points", member: "M00010009" });
  const address = auditSearch(filter, before);
  expect(AuditQuery.parse(Object.fromEntries(address))).toEqual({ ...filter, before });
});
