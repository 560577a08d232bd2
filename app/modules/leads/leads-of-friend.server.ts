import type { Db } from "#app/platform/db.server.ts";

/**
 * Finds all leads of the friend of some: those that were made one with them, under whatever phone, and those of the same
 * phones.
 *
 * @param of.samePhone whether the friend has shown that the phone is theirs: who typed a number on a referrer's page
 * has not, and reaches what they typed there alone.
 * @returns their numbers, the lowest first, as merging locks them.
 */
export async function leadsOfFriend(
  tx: Db,
  { leadIds, samePhone }: { leadIds: readonly number[]; samePhone: boolean },
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    with recursive merged as (
      select id, merged_into, phone_hash from lead where id = any(${[...leadIds]}::int[])
      union select other.id, other.merged_into, other.phone_hash from lead other
        join merged on other.merged_into = merged.id or other.id = merged.merged_into)
    select id from merged
    union select other.id from lead other join merged on merged.phone_hash = other.phone_hash where ${samePhone}
    order by id`;
  return rows.map(({ id }) => id);
}
