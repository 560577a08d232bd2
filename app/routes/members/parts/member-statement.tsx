import type { StatementPart } from "#app/modules/members/load-member-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { OwnerEntry } from "#app/routes/points/parts/owner-entry.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { EntryList } from "#app/ui/stamped-entry.tsx";

interface MemberStatementProps {
  number: string;
  statement: StatementPart;
  /** Where this page begins; null on the newest. */
  before: number | null;
  now: Date;
  /** The entry to open with. */
  open: number | null;
}

/** The statement as the owner reads it, each entry with its explanation in place. */
export function MemberStatement({ number, statement, before, now, open }: MemberStatementProps) {
  const t = useT();
  const { entries, olderBefore, people } = statement;
  const path = `/admin/members/${number}`;
  return (
    <Section id="statement" title={t("staff.member.statement")}>
      {entries.length === 0 && <p className="text-ink-soft">{t("staff.member.statement.none")}</p>}
      {entries.length > 0 && (
        <EntryList label={t("staff.member.statement")}>
          {entries.map((entry) => (
            <OwnerEntry
              key={entry.entryId}
              entry={entry}
              now={now}
              open={entry.entryId === open}
              entriesAt={`${path}/entries`}
              redemptionsAt="/admin/redemptions"
              people={people}
            />
          ))}
        </EntryList>
      )}
      <Pager
        label={t("staff.member.statement.pages")}
        newer={
          before === null
            ? undefined
            : { to: `${path}#statement`, label: t("staff.member.statement.newest") }
        }
        older={
          olderBefore === null
            ? undefined
            : {
                to: `${path}?before=${olderBefore}#statement`,
                label: t("staff.member.statement.older"),
              }
        }
      />
    </Section>
  );
}
