import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { requireEvent } from "../parts/event-request.server.ts";
import { WalkInPage, walkInPlan } from "../parts/walk-in-page.tsx";
import { takeWalkIn } from "../parts/walk-in-request.server.ts";

/** Whoever checks in: a family at the gate that has not registered. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "attendance.mark");
  const { id, plan } = await requireEvent(rowIdIn(params.id));
  const title = t("attendance.walkIn.title");
  return { id, title, plan: walkInPlan(plan), requestKey: crypto.randomUUID() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Whoever checks in: registers the family, and marks that it is in. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { t, staff } = await readStaffRequest(request, "attendance.mark");
  const event = await requireEvent(rowIdIn(params.id));
  const who = {
    by: { by: staff.id },
    answersFor: staff.id,
    as: staff.name,
    gate: t("attendance.gate.staff"),
    mayNameMember: true,
  };
  return takeWalkIn(request, event, who, `/admin/events/${event.id}/check-in`);
}

export default function StaffWalkIn() {
  const { id, plan, requestKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <WalkInPage
      plan={plan}
      gate={`/admin/events/${id}/check-in`}
      requestKey={reply?.typed.requestKey ?? requestKey}
      mayNameMember
      reply={reply}
    />
  );
}
