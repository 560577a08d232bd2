import { Prisma } from "#app/generated.server/prisma/client.ts";
import { readTerms } from "#app/modules/contests/terms.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * What judges gave the entries of a member's family in contests whose ranking is public, without whose word each is.
 * Before that nobody outside knows of a score.
 */
export async function loadOwnScores(on: Db, memberId: number) {
  const rows = await on.$queryRaw<
    {
      titleEn: string;
      titleZh: string;
      terms: unknown;
      number: number;
      criterion: string;
      value: number | null;
      comment: string | null;
    }[]
  >(Prisma.sql`
    select contest.title_en as "titleEn", contest.title_zh as "titleZh", contest.terms, contest_entry.number,
      given.criterion, given.value, given.comment
    from registration
      join contest_entry on contest_entry.registration_id = registration.id
      join contest on contest.id = contest_id and contest.state = 'published'
      cross join lateral (
        select distinct on (judge_id, criterion) judge_id, criterion, value, comment
        from judge_score where entry_id = contest_entry.id
        order by judge_id, criterion, sequence desc, judge_score.id desc) as given
    where registration.member_id = ${memberId} and given.comment is distinct from ''
    order by contest.id, contest_entry.number, given.criterion, given.value`);
  return rows.map(({ titleEn, titleZh, terms, criterion, ...given }) => {
    const read = readTerms("pictures", terms);
    const known = read.kind === "pictures" ? read.criteria : [];
    return {
      ...given,
      contest: { en: titleEn, zh: titleZh },
      /** Null: it is a comment. */
      criterion:
        criterion === ""
          ? null
          : (known.find(({ key }) => key === criterion)?.name ?? { en: criterion, zh: criterion }),
    };
  });
}
