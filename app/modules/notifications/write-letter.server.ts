import { loadClub } from "#app/modules/membership/load-club.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { LetterProps, TemplateName } from "../../../emails/compose-letter.tsx";
import { letterLocale } from "./letter-locale.ts";

export type { LetterProps };

/** A letter to be sent. */
export type NewLetter<Name extends TemplateName = TemplateName> = {
  [Template in Name]: {
    personId?: number;
    /** An e-mail address. */
    to: string;
    template: Template;
    /** The reader's choice of language, null when they made none. */
    locale: string | null;
    props: LetterProps[Template];
    /** A second letter with the same key is not written. */
    dedupKey?: string;
  };
}[Name];

/**
 * Writes a letter in the caller's transaction: it goes out if and only if what it tells was committed,
 * and what it tells does not wait for a mail server.
 *
 * @returns its id, or null when there is one with its `dedupKey` already.
 */
export async function writeLetter(db: Db, letter: NewLetter): Promise<number | null> {
  const [id] = await writeLetters(db, [letter]);
  return id ?? null;
}

/**
 * Writes many letters and their jobs in one statement.
 *
 * @returns the ids of those that were written.
 */
export async function writeLetters(db: Db, letters: NewLetter[]): Promise<number[]> {
  if (letters.length === 0) return [];
  const { currency } = await loadClub();
  const rows = letters.map((letter) => ({
    person_id: letter.personId ?? null,
    recipient: letter.to,
    template: letter.template,
    locale: letterLocale(letter.locale, currency),
    props: letter.props,
    dedup_key: letter.dedupKey ?? null,
  }));
  const written = await db.$queryRaw<{ id: number }[]>`
    with written as (
      insert into mail (person_id, recipient, template, locale, props, dedup_key)
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as letter(
        person_id int, recipient text, template text, locale text, props jsonb, dedup_key text)
      on conflict (dedup_key) do nothing
      returning id
    ), job as (
      select graphile_worker.add_jobs(array_agg(row(
        'send-letter', json_build_object('mailId', id), null, null, null, 'mail:' || id, null, null
      )::graphile_worker.job_spec)) from written
    )
    select id from written where exists (select from job)`;
  return written.map(({ id }) => id);
}
