import { beforeAll, expect, test } from "vitest";
import {
  deleteFilter,
  loadSavedFilters,
  renameFilter,
  saveFilter,
} from "#app/modules/members/saved-filters.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

let mine: number;
let theirs: number;

beforeAll(async () => {
  mine = (await aPerson({ roles: ["admin"] })).id;
  theirs = (await aPerson({ roles: ["admin"] })).id;
});

const save = (name: string, personId = mine) =>
  saveFilter(db(), { personId, list: "members", name, query: "tier=gold" });
const names = async (personId = mine) =>
  (await loadSavedFilters(db(), personId, "members")).map(({ name }) => name);

test("filters are each person's own, under names of their own", async () => {
  expect(await save("Gold")).toEqual({ ok: true });
  expect(await save("Gold", theirs)).toEqual({ ok: true });
  expect(await save("Gold")).toEqual({ ok: false, refusal: "name-taken" });
  expect(await save("Autumn")).toEqual({ ok: true });
  expect(await names()).toEqual(["Autumn", "Gold"]);
  expect(await names(theirs)).toEqual(["Gold"]);
});

test("a filter is renamed and deleted by whoever saved it, and by nobody else", async () => {
  const [{ id } = { id: 0 }] = await loadSavedFilters(db(), theirs, "members");
  expect(await renameFilter(db(), { personId: mine, id, name: "Taken over" })).toEqual({
    ok: false,
    refusal: "not-there",
  });
  await deleteFilter(db(), { personId: mine, id });
  expect(await names(theirs)).toEqual(["Gold"]);
  expect(await renameFilter(db(), { personId: theirs, id, name: "Ours" })).toEqual({ ok: true });
  await deleteFilter(db(), { personId: theirs, id });
  expect(await names(theirs)).toEqual([]);
  const [own] = await loadSavedFilters(db(), mine, "members");
  expect(await renameFilter(db(), { personId: mine, id: own?.id ?? 0, name: "Gold" })).toEqual({
    ok: false,
    refusal: "name-taken",
  });
});

test("there is an end to how many", async () => {
  for (let n = 0; n < 28; n++) await save(`Filter ${n}`);
  expect(await save("One more")).toEqual({ ok: false, refusal: "too-many" });
});
