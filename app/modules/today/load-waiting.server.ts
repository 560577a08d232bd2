import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Permission } from "#app/modules/access/permissions.ts";
import type { WaitingFacts, WaitingSource } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Something that waits for somebody, or goes on by itself. */
export type WaitingLine = Pick<WaitingSource, "name" | "kind"> & {
  /** The page that shows it. */
  page: string;
  count: number;
  /** Of these, past the day by which the club answers. */
  late: number;
  /** When the oldest of them came. */
  oldest: Date | null;
  /** What else its words name. */
  values: Record<string, string | number>;
};

/**
 * Looks over what somebody of the dealership may have to do something about, in one query.
 *
 * @param ask.by the person who asks: what is their own is not theirs to approve.
 * @param sources what each noun of the house may have waiting.
 * @returns what there is of it, but nothing that is none of the asking roles' work.
 */
export async function loadWaiting(
  db: Db,
  ask: { by: number; may: (permission: Permission) => boolean },
  sources: readonly WaitingSource[],
): Promise<WaitingLine[]> {
  const theirs = sources.filter(({ permission }) => ask.may(permission));
  if (theirs.length === 0) return [];
  const found = theirs.map(({ find }) => Prisma.sql`(${find(ask.by)})`);
  const [row] = await db.$queryRaw<[{ found: (WaitingFacts | null)[] }]>`
    select jsonb_build_array(${Prisma.join(found)}) as found`;
  return theirs.flatMap(({ name, kind, page }, index) => {
    const facts = row.found[index];
    if (!facts || facts.count === 0) return [];
    return {
      name,
      kind,
      page: facts.page ?? page,
      count: facts.count,
      late: facts.late ?? 0,
      oldest: facts.oldest ? new Date(facts.oldest) : null,
      values: facts.values ?? {},
    };
  });
}
