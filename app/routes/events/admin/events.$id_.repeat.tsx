import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RepeatForm } from "#app/modules/event-series/forms.ts";
import { repeatEvent } from "#app/modules/event-series/repeat-event.server.ts";
import { MOST_REPEATS, repeatDays } from "#app/modules/event-series/repeats.ts";
import { loadEditedEvent } from "#app/modules/events/load-edited-event.server.ts";
import { parseDay } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { RepeatDays, RepeatHow } from "../parts/repeat-form.tsx";

/** Whoever keeps events: on which other days one is held. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "events.keep");
  const event = await loadEditedEvent(db(), rowIdIn(params.id));
  if (!event || event.state === "cancelled") throw new Response(null, { status: 404 });
  const { typed, eventId, state } = event;
  const start = parseDay(typed.startsAt.slice(0, 10));
  const asked = RepeatForm.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const days = start && asked.success ? repeatDays(start, asked.data) : null;
  const name = inLanguage(locale, { en: typed.titleEn, zh: typed.titleZh });
  return {
    eventId,
    isDraft: state === "draft",
    start,
    asked: asked.success ? asked.data : null,
    days,
    name: name || t("eventKeeping.untitled"),
    title: t("eventKeeping.repeat.title", { title: name || t("eventKeeping.untitled") }),
  };
}

/** Holds it again on the days that are left ticked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const chosen = (await readFormFields(request, MOST_REPEATS + 10)).getAll("day");
  const days = chosen.flatMap((text) => parseDay(String(text)) ?? []);
  const actor = actorOf(staff, context);
  const answer = await repeatEvent({ eventId, days, now: new Date() }, actor);
  if (answer.ok) return redirect(`/admin/events/${eventId}?done=repeated`);
  if (answer.refusal === "no-such-event") throw new Response(null, { status: 404 });
  return data({ refused: true }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function RepeatEvent() {
  const t = useT();
  const { eventId, isDraft, start, asked, days, name, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="max-w-3xl">
      <BackLink to={`/admin/events/${eventId}`}>{name}</BackLink>
      <PageHeader title={title} lead={t("eventKeeping.repeat.lead")} />
      {refused && (
        <div className="mb-6">
          <Notice tone="refusal" title={t("eventKeeping.repeat.refused")} />
        </div>
      )}
      {start === null ? (
        <Notice announce={false}>{t("eventKeeping.repeat.noDay")}</Notice>
      ) : (
        <RepeatHow start={start} asked={asked} />
      )}
      {days?.length === 0 && <p className="mt-5">{t("eventKeeping.repeat.none")}</p>}
      {days && days.length > 0 && <RepeatDays days={days} isDraft={isDraft} />}
    </div>
  );
}
