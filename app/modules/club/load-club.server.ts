import { type Db, db } from "#app/platform/db.server.ts";
import { singleton } from "#app/platform/singleton.server.ts";
import { enableLocales } from "#app/platform/words/enabled-locales.server.ts";
import type { EnglishStores } from "./store-shown.ts";

/** What every page needs to know of the club. */
export type Club = {
  name: string;
  nameZh: string;
  /** IANA name; days of the club begin and end by it. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  demo: boolean;
  /** The picture that stands for the club; null for the usual sign. */
  logoId: number | null;
  englishStores: EnglishStores;
};

/** A club that nobody has set up yet, so that an empty database already shows a page. */
const NAMELESS: Club = {
  name: "Marque",
  nameZh: "Marque",
  timeZone: "Asia/Shanghai",
  currency: "CNY",
  demo: false,
  logoId: null,
  englishStores: {},
};

const KEPT_MS = 10_000;
const kept = () => singleton<{ club?: Club; until: number }>("club", () => ({ until: 0 }));

/**
 * The club's settings, at most ten seconds old: they change once a year and are read at every page.
 *
 * @param on the transaction, from within one: it may not wait for another connection while it holds one.
 */
export async function loadClub(on: Db = db()): Promise<Club> {
  const memory = kept();
  if (memory.club && Date.now() < memory.until) return memory.club;
  const row = await on.club.findUnique({ where: { id: 1 } });
  memory.club = row
    ? {
        name: row.name,
        nameZh: row.nameZh,
        timeZone: row.timeZone,
        currency: row.currency,
        demo: row.mode === "demo",
        logoId: row.logoId,
        englishStores: await loadEnglishStores(on),
      }
    : NAMELESS;
  if (row) enableLocales(row.languages);
  memory.until = Date.now() + KEPT_MS;
  return memory.club;
}

async function loadEnglishStores(on: Db): Promise<EnglishStores> {
  const stores = await on.store.findMany({
    where: { nameEn: { not: null } },
    select: { name: true, nameEn: true, aliases: { select: { name: true } } },
  });
  return Object.fromEntries(
    stores.flatMap(({ name, nameEn, aliases }) =>
      [name, ...aliases.map((alias) => alias.name)].map((each) => [each, nameEn ?? each]),
    ),
  );
}

/** Forgets the kept settings; called by whatever changes them. */
export function forgetClub(): void {
  kept().until = 0;
}
