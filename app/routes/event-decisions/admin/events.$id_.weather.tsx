import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { weatherForm } from "#app/modules/event-decisions/forms.ts";
import { loadWaitPage } from "#app/modules/event-decisions/load-wait-page.server.ts";
import { sayItTakesPlace, sayWait } from "#app/modules/event-decisions/say-wait.server.ts";
import { readWait } from "#app/modules/events/event-wait.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { momentText } from "#app/platform/typed-moment.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { WaitToEnd } from "#app/site/wait-to-end.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { OtherWays } from "../parts/other-ways.tsx";
import { WaitForm } from "../parts/wait-form.tsx";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Whoever keeps events: the three ways of deciding about one in bad weather. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const [page, { timeZone }] = await Promise.all([loadWaitPage(db(), eventId), loadClub()]);
  if (!page) throw new Response(null, { status: 404 });
  const wait = readWait(page.wait, page.event, locale, new Date());
  return {
    ...page,
    wait: wait && page.wait ? { ...wait, id: page.wait.id } : null,
    eventId,
    proposed: momentText(page.decideBy, clubTime(timeZone)),
    requestKey: randomUUID(),
    title: `${t("eventDecisions.weather.title")} · ${inLanguage(locale, page.event.title)}`,
  };
}

/** Says that it is decided by an hour (`wait`), or that it takes place (`on`), and tells everybody who comes. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const { timeZone } = await loadClub();
  const form = parseForm(await readFormFields(request), weatherForm(clubTime(timeZone)));
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const { value } = form;
  const actor = actorOf(staff, context);
  const answer =
    value.intent === "on"
      ? await sayItTakesPlace({ eventId, waitId: value.wait }, actor)
      : await sayWait(
          {
            eventId,
            decideBy: value.decideBy,
            reason: { en: value.reasonEn, zh: value.reasonZh },
            seen: value.seen ?? null,
            requestKey: value.requestKey,
          },
          actor,
        );
  const done = value.intent === "on" ? "takes-place" : "waits";
  if (answer.ok) return redirect(`/admin/events/${eventId}?done=${done}`);
  if (answer.refusal === "no-such-event") throw new Response(null, { status: 404 });
  if (answer.refusal === "cancelled") throw redirect(`/admin/events/${eventId}`);
  return data({ form: form.reply(), refused: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function BadWeather() {
  const t = useT();
  const figures = useFigures();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { eventId, event, wait } = page;
  const refusal = answer?.refused && (
    <Notice tone="refusal">{t(`eventDecisions.weather.refused.${answer.refused}`)}</Notice>
  );
  // Said beside the button that was pressed: on a phone the page's head is far away.
  const ofWait = !page.isOver && typedInto(answer?.form, "intent") === "wait";
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/events/${eventId}`}>{inLanguage(t.locale, event.title)}</BackLink>
      <PageHeader
        title={t("eventDecisions.weather.title")}
        lead={figures.span(event.startsAt, event.endsAt)}
      />
      <div className="mb-6 grid gap-4 empty:hidden">
        {ofWait ? null : refusal}
        {wait && <WaitToEnd eventId={eventId} wait={wait} startsAt={event.startsAt} />}
      </div>
      {page.isOver ? (
        <p>{t("eventDecisions.weather.over")}</p>
      ) : (
        <>
          <p className="mb-6 max-w-prose">{t("eventDecisions.weather.lead")}</p>
          <WaitForm page={page} reply={answer?.form} refusal={ofWait && refusal} />
          <OtherWays eventId={eventId} />
        </>
      )}
    </div>
  );
}
