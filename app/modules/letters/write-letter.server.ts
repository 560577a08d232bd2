import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { LetterProps, TemplateName } from "../../../emails/compose-letter.tsx";
import { letterLocale } from "./letter-locale.ts";
import { coverOf, kindOf } from "./notification-kinds.ts";

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
 * @returns its id, or null when there is one with its `dedupKey` already, or its reader wants none.
 */
export async function writeLetter(db: Db, letter: NewLetter): Promise<number | null> {
  const [id] = await writeLetters(db, [letter]);
  return id ?? null;
}

/** For how long an address that a mail server refused for good gets nothing that can be done without. */
const REFUSED_DAYS = 90;

/** Jobs of a higher number are done later: a code does not wait behind a thousand letters about a draw. */
const LATER = 10;

/**
 * Writes many letters and their jobs in one statement, and leaves out in it what need not be sent: letters
 * of a kind that the reader does not want, anything but the essential to people whose account is closed or
 * about to be, and to addresses where the last letter was refused for good. Essential letters always go:
 * what a mail server said once may be mended since.
 *
 * @returns the ids of those that were written.
 */
export async function writeLetters(db: Db, letters: NewLetter[]): Promise<number[]> {
  if (letters.length === 0) return [];
  const { currency } = await loadClub(db);
  const rows = letters.map((letter) => {
    const kind = letter.personId === undefined ? null : kindOf(letter.template);
    const cover = kind && coverOf(kind);
    return {
      ...columns(letter, currency),
      kind,
      consent: cover?.consent ?? null,
      unasked: cover?.unasked ?? null,
    };
  });
  const optional = rows.flatMap(({ kind, template }) => (kind === null ? [] : template));
  const written = await db.$queryRaw<{ id: number }[]>`
    with written as (
      insert into mail (person_id, recipient, template, locale, props, dedup_key)
      select person_id, recipient, template, locale, props, dedup_key
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as letter(
        person_id int, recipient text, template text, locale text, props jsonb, dedup_key text,
        kind text, consent text, unasked boolean)
      where kind is null or (
        coalesce(
          (select c.wanted from notification_choice c
            where c.person_id = letter.person_id and c.kind = letter.kind),
          (select c.given from consent c
            where c.person_id = letter.person_id and c.kind = letter.consent
            order by c.id desc limit 1),
          unasked)
        and exists (select from person p
          where p.id = letter.person_id and p.closed_at is null and p.closes_at is null)
        and (select m.state from mail m
          where m.recipient = letter.recipient and m.state in ('sent', 'refused')
            and m.created_at > now() - make_interval(days => ${REFUSED_DAYS})
          order by m.created_at desc limit 1) is distinct from 'refused')
      on conflict (dedup_key) do nothing
      returning id, template
    ), job as (
      select graphile_worker.add_jobs(array_agg(row(
        'send-letter', json_build_object('mailId', id), null, null, null, 'mail:' || id,
        case when template = any(${optional}) then ${LATER}::int end, null
      )::graphile_worker.job_spec)) from written
    )
    select id from written where exists (select from job)`;
  return written.map(({ id }) => id);
}

function columns(letter: NewLetter, currency: string) {
  return {
    person_id: letter.personId ?? null,
    recipient: letter.to,
    template: letter.template,
    locale: letterLocale(letter.locale, currency),
    props: letter.props,
    dedup_key: letter.dedupKey ?? null,
  };
}
