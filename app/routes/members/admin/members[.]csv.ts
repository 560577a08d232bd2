import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportMemberList } from "#app/modules/members/export-member-list.server.ts";
import { filterContext } from "#app/modules/members/list-members.server.ts";
import { memberFilterQuery, readMemberFilter } from "#app/modules/members/member-filter.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { streamedCsv } from "#app/platform/http/streamed-csv.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Admins, who have proved that it is them: the filtered list as a file, contact data and all. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "members.export");
  await requireRecentAuthentication(request);
  const filter = readMemberFilter(new URL(request.url).searchParams);
  await writeAudit(db(), {
    personId: staff.id,
    action: "members.exported",
    subject: "members",
    detail: { filter: memberFilterQuery(filter) },
    address: requestAddress(context),
  });
  const { today } = await filterContext();
  return streamedCsv(context, exportMemberList(filter, t), `members-${today}.csv`);
}
