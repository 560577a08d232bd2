import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { storeKey } from "./store-name.ts";

/** A store that a file or the API names. */
export type NamedStore = {
  id: number;
  /** Its own name, however it was written. */
  name: string;
  /** The club is asked whether it is one of its stores. */
  asked: boolean;
};

type KnownStore = NamedStore & { firstImportId: number | null };

/**
 * Finds stores by the names that rows give them, in any spelling, and adds those that nobody knows. The club is
 * asked about these and they are offered nowhere meanwhile; but of a club that has no store yet, those that its
 * first file names are its stores.
 *
 * They stay what they are until the caller's transaction ends.
 *
 * @param importId the import that names them; null for the API.
 * @returns each by the name as given.
 */
export async function storesByName(
  db: Db,
  names: readonly string[],
  importId: number | null,
): Promise<Map<string, NamedStore>> {
  const wanted = [...new Set(names)];
  let known = await loadByKey(db);
  const isUnknown = (name: string) => !known.has(storeKey(name));
  if (wanted.some(isUnknown)) {
    await takeTurns(db, "stores");
    known = await loadByKey(db);
    const isFirst = [...known.values()].every(
      (store) => importId !== null && store.firstImportId === importId,
    );
    const added = new Map(wanted.filter(isUnknown).map((name) => [storeKey(name), name]));
    await db.store.createMany({
      data: [...added.values()].map((name) => ({
        name,
        firstImportId: importId,
        askedSince: isFirst ? null : new Date(),
      })),
    });
    known = await loadByKey(db);
  }
  const found = wanted.map((name): [string, NamedStore] => {
    const store = known.get(storeKey(name));
    if (!store) throw new Error(`The store ${name} was not added.`);
    return [name, store];
  });
  const ids = new Set(found.map(([, { id }]) => id));
  const kept = await db.$queryRaw<unknown[]>`
    select id from store where id = any(${[...ids]}::int[]) order by id for key share`;
  // Another has just made one of them another store's.
  if (kept.length < ids.size) return storesByName(db, names, importId);
  return new Map(found);
}

/** Whether there is a store of a name, in any spelling. */
export async function knowsStore(db: Db, name: string): Promise<boolean> {
  return (await loadByKey(db)).has(storeKey(name));
}

/** Whether the club is asked about any store. */
export async function anyStoreAsked(db: Db): Promise<boolean> {
  const asked = await db.store.findFirst({
    where: { askedSince: { not: null } },
    select: { id: true },
  });
  return asked !== null;
}

/** Keeps stores from being named by rows until the caller's transaction ends; waits for those that name them. */
export async function lockStores(db: Db, ids: readonly number[]): Promise<void> {
  await db.$executeRaw`select id from store where id = any(${ids}::int[]) order by id for update`;
}

/** Says that a store that the club is asked about is a new one of its own. */
export async function acceptStore(db: Db, id: number): Promise<void> {
  await db.store.update({ where: { id }, data: { askedSince: null } });
}

/** Makes one store's names those of another, and removes it: nothing may be of it any more. */
export async function mergeStoreNames(db: Db, id: number, into: number): Promise<void> {
  const { name } = await db.store.findUniqueOrThrow({ where: { id } });
  await db.storeAlias.updateMany({ where: { storeId: id }, data: { storeId: into } });
  await db.store.delete({ where: { id } });
  const alias = { key: storeKey(name), name, storeId: into };
  await db.storeAlias.upsert({ where: { key: alias.key }, create: alias, update: alias });
}

/** Every store by its own name and its others, in one spelling. There are dozens at most. */
async function loadByKey(db: Db): Promise<Map<string, KnownStore>> {
  const stores = await db.store.findMany({ include: { aliases: true }, orderBy: { id: "desc" } });
  const byKey = new Map<string, KnownStore>();
  for (const { id, name, askedSince, firstImportId, aliases } of stores) {
    const store = { id, name, firstImportId, asked: askedSince !== null };
    for (const alias of aliases) byKey.set(alias.key, store);
  }
  // A store's own name counts more than what another was called once, and the older store more than the younger.
  for (const { id, name, askedSince, firstImportId } of stores) {
    byKey.set(storeKey(name), { id, name, firstImportId, asked: askedSince !== null });
  }
  return byKey;
}
