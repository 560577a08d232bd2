import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailFilterForm } from "#app/modules/letters/forms.ts";
import { listMails } from "#app/modules/letters/list-mails.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { MailFilterBox } from "../parts/mail-filter-box.tsx";
import { MailsTable } from "../parts/mails-table.tsx";

const LISTED = 50;

/** Admins: the letters that the club wrote, and what became of them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "mails.see");
  const { searchParams } = new URL(request.url);
  const { before, ...filter } = MailFilterForm.parse(Object.fromEntries(searchParams));
  const list = await listMails(db(), filter, { before, limit: LISTED });
  return { ...list, filter, before, title: t("staff.mails.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Mails() {
  const t = useT();
  const { mails, olderBefore, filter, before } = useLoaderData<typeof loader>();
  const page = (from: number | null) => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(filter)) if (value) parameters.set(name, value);
    if (from) parameters.set("before", String(from));
    return `/admin/mails?${parameters}`;
  };
  return (
    <>
      <PageHeader title={t("staff.mails.title")} lead={t("staff.mails.lead")} />
      <MailFilterBox filter={filter} />
      <MailsTable mails={mails} />
      <Pager
        label={t("staff.mails.pages")}
        newer={before ? { to: page(null), label: t("staff.newest") } : undefined}
        older={olderBefore ? { to: page(olderBefore), label: t("staff.older") } : undefined}
      />
    </>
  );
}
