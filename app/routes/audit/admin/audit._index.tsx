import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditQuery, auditSearch } from "#app/modules/audit/audit-filter.ts";
import { loadAudit, loadAuditPeople } from "#app/modules/audit/load-audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { AuditFilterForm } from "../parts/audit-filter-form.tsx";
import { AuditTable } from "../parts/audit-table.tsx";

const LINES = 50;

/** Finance and admins: who saw or changed what. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "audit.see");
  const { before, ...filter } = AuditQuery.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const [page, people] = await Promise.all([
    loadAudit(db(), filter, { before, limit: LINES }),
    loadAuditPeople(db(), filter.person),
  ]);
  return { page, people, filter, before, title: t("audit.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Audit() {
  const t = useT();
  const { page, people, filter, before } = useLoaderData<typeof loader>();
  const at = (beyond: number | null) => `/admin/audit?${auditSearch(filter, beyond)}`;
  return (
    <>
      <PageHeader
        title={t("audit.title")}
        lead={t("audit.lead")}
        actions={
          <ButtonLink
            to={`/admin/audit.csv?${auditSearch(filter)}`}
            reloadDocument
            look="quiet"
            icon={<DownloadIcon size={18} />}
          >
            {t("audit.download")}
          </ButtonLink>
        }
      />
      <AuditFilterForm filter={filter} people={people} />
      <AuditTable lines={page.lines} filter={filter} />
      <Pager
        label={t("audit.pages")}
        newer={before ? { to: at(null), label: t("audit.latest") } : undefined}
        older={page.before ? { to: at(page.before), label: t("audit.older") } : undefined}
      />
    </>
  );
}
