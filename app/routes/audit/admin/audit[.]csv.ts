import type { LoaderFunctionArgs } from "@remix-run/node";
import { AuditQuery } from "#app/modules/audit/audit-filter.ts";
import { streamAudit } from "#app/modules/audit/stream-audit.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { streamedCsv } from "#app/platform/http/streamed-csv.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Finance and admins: the audit log under its filters as a file; that it was taken is written down too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { staff, locale } = await readStaffRequest(request, "audit.see");
  const { before: _from, ...filter } = AuditQuery.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  await writeAudit(db(), {
    personId: staff.id,
    action: "audit.exported",
    subject: filter.member ? `member:${filter.member}` : "audit",
    detail: { from: filter.from, through: filter.through, group: filter.group },
    address: requestAddress(context),
  });
  return streamedCsv(context, streamAudit(filter, locale), "audit.csv");
}
