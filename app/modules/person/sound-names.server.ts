import type { Db } from "#app/platform/db.server.ts";
import { nameSounds } from "./name-sounds.ts";

const BATCH = 2_000;

/**
 * Writes down how the names of people sound, for the search. Whoever writes a name calls it in the same
 * transaction; where nobody did, the hourly sweep does.
 */
export async function soundNames(db: Db, personIds: readonly number[]): Promise<void> {
  if (personIds.length === 0) return;
  const people = await db.$queryRaw<{ id: number; name: string }[]>`
    select id, name from person where id = any(${[...personIds]}::int[]) and name_sounds is null`;
  await writeSounds(db, people);
}

/**
 * Sounds the names that were there before their sounds were, or that somebody wrote past the application.
 *
 * @returns how many.
 */
export async function sweepNameSounds(db: Db): Promise<number> {
  let sounded = 0;
  for (let after = 0; ; ) {
    const people = await db.$queryRaw<{ id: number; name: string }[]>`
      select id, name from person where name_sounds is null and id > ${after} order by id limit ${BATCH}`;
    await writeSounds(db, people);
    sounded += people.length;
    const last = people.at(-1);
    if (!last || people.length < BATCH) return sounded;
    after = last.id;
  }
}

/** A name that has changed since it was read is left alone. */
async function writeSounds(db: Db, people: { id: number; name: string }[]): Promise<void> {
  if (people.length === 0) return;
  const sounds = people.map(({ id, name }) => ({ id, name, sounds: nameSounds(name) }));
  await db.$executeRaw`
    update person set name_sounds = s.sounds
    from json_to_recordset(${JSON.stringify(sounds)}::json) as s (id int, name text, sounds text[])
    where person.id = s.id and person.name = s.name`;
}
