import type { Db } from "#app/platform/db.server.ts";
import { isUniqueViolation } from "#app/platform/transient-error.ts";

/** A list's filter under a name of whoever saved it. */
export type SavedFilter = { id: number; name: string; query: string };

export type SavedFilterRefusal = "name-taken" | "too-many" | "not-there";
export type SavedFilterAnswer = { ok: true } | { ok: false; refusal: SavedFilterRefusal };

type List = "members";

/** More than anybody finds their way in. */
const MOST = 30;
/** Whoever asks sees their own, by name. */
export function loadSavedFilters(db: Db, personId: number, list: List): Promise<SavedFilter[]> {
  return db.savedFilter.findMany({
    where: { personId, list },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, query: true },
  });
}

/** Keeps a filter under a name that this person has not used in the list. */
export async function saveFilter(
  db: Db,
  filter: { personId: number; list: List; name: string; query: string },
): Promise<SavedFilterAnswer> {
  const { personId, list } = filter;
  if ((await db.savedFilter.count({ where: { personId, list } })) >= MOST) {
    return { ok: false, refusal: "too-many" };
  }
  return orTaken(async () => {
    await db.savedFilter.create({ data: filter });
    return { ok: true };
  });
}

/** Gives one of this person's filters another name. */
export async function renameFilter(
  db: Db,
  filter: { personId: number; id: number; name: string },
): Promise<SavedFilterAnswer> {
  const { personId, id, name } = filter;
  return orTaken(async () => {
    const { count } = await db.savedFilter.updateMany({ where: { id, personId }, data: { name } });
    return count > 0 ? { ok: true } : { ok: false, refusal: "not-there" };
  });
}

/** Forgets one of this person's filters; one that is gone already is as well. */
export async function deleteFilter(
  db: Db,
  { personId, id }: { personId: number; id: number },
): Promise<void> {
  await db.savedFilter.deleteMany({ where: { id, personId } });
}

async function orTaken(work: () => Promise<SavedFilterAnswer>): Promise<SavedFilterAnswer> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, refusal: "name-taken" };
    throw error;
  }
}
