import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadStaff } from "#app/modules/staff/load-staff.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { STAFF_DONE, StaffNews } from "../parts/staff-news.tsx";
import { StaffTable } from "../parts/staff-table.tsx";

/** Admins: who works here and what each may do. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "staff.manage");
  const done = noticeIn(request, STAFF_DONE);
  return { people: await loadStaff(db()), me: staff.id, done, title: t("staffList.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function StaffList() {
  const t = useT();
  const { people, me, done } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("staffList.title")}
        lead={t("staffList.lead")}
        actions={<ButtonLink to="/admin/staff/new">{t("staffList.invite")}</ButtonLink>}
      />
      <StaffNews done={done} />
      <StaffTable people={people} me={me} />
      {people.length === 1 && <p className="mt-6 text-ink-soft">{t("staffList.alone")}</p>}
    </>
  );
}
