import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/modules/attendance/day-of.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { CheckIn } from "../parts/check-in.tsx";
import { CheckInHead } from "../parts/check-in-head.tsx";
import { requireEvent } from "../parts/event-request.server.ts";

/** Whoever checks in: the day of an event, with everything that supervisors may. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale, staff } = await readStaffRequest(request, "attendance.mark");
  const day = dayOf(await requireEvent(rowIdIn(params.id)));
  const title = `${t("attendance.title")} · ${inLanguage(locale, day.title)}`;
  return { day, title, name: staff.name };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StaffCheckIn() {
  const t = useT();
  const { day, name } = useLoaderData<typeof loader>();
  const page = `/admin/events/${day.eventId}/check-in`;
  const gate = t("attendance.gate.staff");
  return (
    <>
      <EventPlaces eventId={day.eventId} />
      <div className="max-w-xl">
        <CheckInHead day={day} where={t("attendance.at", { gate, name })} />
        <CheckIn
          day={day}
          gate={gate}
          mayDecide
          listAt={`${page}/list`}
          marksTo={`${page}/marks`}
          walkInAt={`/admin/events/${day.eventId}/walk-in`}
          exchangeAt={`${page}/exchange`}
        />
      </div>
    </>
  );
}
