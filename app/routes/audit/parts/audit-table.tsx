import { Link } from "@remix-run/react";
import { type AuditFilter, auditSearch } from "#app/modules/audit/audit-filter.ts";
import { actionWords, detailWords, subjectWords } from "#app/modules/audit/audit-words.ts";
import type { AuditLineRead } from "#app/modules/audit/load-audit.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

/** As it comes over the wire: instants as text. */
type LineShown = Omit<AuditLineRead, "at" | "detail"> & {
  at: string | Date;
  detail: Readonly<Record<string, unknown>>;
};

interface AuditTableProps {
  lines: LineShown[];
  filter: AuditFilter;
}

/** Lines of the audit log; a name narrows it to that person, a subject leads to its page. */
export function AuditTable({ lines, filter }: AuditTableProps) {
  const { t, locale, timeZone } = useWords();
  if (lines.length === 0) return <p className="text-ink-soft">{t("audit.none")}</p>;
  const columns: Column<LineShown>[] = [
    {
      key: "when",
      head: t("audit.when"),
      cell: ({ at }) => (
        <span className="font-normal whitespace-nowrap">{formatMoment(at, locale, timeZone)}</span>
      ),
    },
    {
      key: "who",
      head: t("audit.who"),
      cell: ({ by }) =>
        by ? (
          <Link to={`/admin/audit?${auditSearch({ ...filter, person: by.id })}`}>
            <bdi>{by.name}</bdi>
          </Link>
        ) : (
          t("audit.system")
        ),
    },
    { key: "what", head: t("audit.what"), cell: ({ action }) => actionWords(t, action) },
    { key: "subject", head: t("audit.subject"), cell: (line) => <Subject line={line} /> },
    {
      key: "details",
      head: t("audit.details"),
      cell: ({ detail }) =>
        detailWords(t, detail).map(({ label, value }) => (
          <span key={label} className="mr-4 inline-block">
            <span className="text-ink-soft">{label}</span>{" "}
            <bdi className="[overflow-wrap:anywhere]">{value}</bdi>
          </span>
        )),
    },
    {
      key: "address",
      head: t("audit.address"),
      cell: ({ address }) => <span className="figure text-[0.8125rem]">{address}</span>,
    },
  ];
  return (
    <Table caption={t("audit.title")} columns={columns} rows={lines} rowKey={({ id }) => id} />
  );
}

function Subject({ line: { subject, person } }: { line: LineShown }) {
  const { t } = useWords();
  const [kind, key = ""] = subject.split(":", 2);
  const number = kind === "member" ? key : person?.number;
  if (number) return <SubjectLink to={`/admin/members/${number}`}>{number}</SubjectLink>;
  if (person) return <bdi>{person.name}</bdi>;
  const words = subjectWords(t, subject);
  const page = kind && SUBJECT_PAGES[kind]?.(key);
  return page ? <SubjectLink to={page}>{words}</SubjectLink> : <bdi>{words}</bdi>;
}

/** Where a thing is looked at. */
const SUBJECT_PAGES: Record<string, (id: string) => string> = {
  import: (id) => `/admin/imports/${id}`,
  claim: (id) => `/admin/claims/${id}`,
  rules: () => "/admin/rules",
  store: () => "/admin/club",
  "api-client": () => "/admin/api-keys",
};

function SubjectLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="figure text-accent underline">
      {children}
    </Link>
  );
}
