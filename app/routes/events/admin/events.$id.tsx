import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadEventDraws } from "#app/modules/draws/load-event-draws.server.ts";
import { loadOver } from "#app/modules/event-decisions/load-over.server.ts";
import { loadSeries } from "#app/modules/event-series/load-series.server.ts";
import { copyEvent } from "#app/modules/events/copy-event.server.ts";
import { eventHow } from "#app/modules/events/event-how.server.ts";
import { opensFor, phaseOf } from "#app/modules/events/event-state.ts";
import { readWait } from "#app/modules/events/event-wait.ts";
import { discardDraft } from "#app/modules/events/keep-draft.server.ts";
import { loadEditedEvent } from "#app/modules/events/load-edited-event.server.ts";
import { loadPublishedEvent } from "#app/modules/events/load-event.server.ts";
import { readTypedEvent } from "#app/modules/events/read-typed-event.ts";
import type { TypedEvent } from "#app/modules/events/typed-event.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { BackLink } from "#app/ui/page.tsx";
import { EventEditor } from "../parts/event-editor.tsx";
import { EVENT_DONE, EVENT_REFUSED } from "../parts/event-news.tsx";
import { answerChange, answerDraft } from "../parts/event-request.server.ts";

const MOST_FIELDS = 1_500;

async function load(eventId: number) {
  const event = await loadEditedEvent(db(), eventId);
  if (!event) throw new Response(null, { status: 404 });
  return event;
}

/** Whoever keeps events: one of them, as a form, with what is still missing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "events.keep");
  const now = new Date();
  const [{ plan, ...event }, how] = await Promise.all([load(rowIdIn(params.id)), eventHow()]);
  const [series, draws, held, over] = await Promise.all([
    loadSeries(db(), event.seriesId),
    loadEventDraws(db(), { eventId: event.eventId }, null),
    plan ? loadPublishedEvent(db(), event.slug) : null,
    plan && event.state === "published" && now < plan.startsAt
      ? loadOver(db(), event.eventId, plan.limits)
      : [],
  ]);
  const { typed } = event;
  const wait = held && readWait(held.wait, held.plan, locale, now);
  const read = readTypedEvent(typed, { ...how, now, before: plan });
  const title = inLanguage(locale, { en: typed.titleEn, zh: typed.titleZh });
  return {
    ...event,
    ...{ series, draws },
    over: over.map(({ limit, taken }) => ({ limit, taken })),
    wait:
      wait && held?.wait
        ? { wait: { ...wait, id: held.wait.id }, startsAt: held.plan.startsAt }
        : null,
    currency: how.currency,
    units: how.units,
    isOpen: plan !== null && opensFor(plan, true) <= now,
    phase: plan ? phaseOf(event.state, plan, now) : ("draft" as const),
    issues: read.ok ? {} : read.issues,
    done: noticeIn(request, EVENT_DONE),
    refused: noticeIn(request, EVENT_REFUSED, "refused"),
    title: title || t("eventKeeping.untitled"),
  };
}

/**
 * Keeps what is typed (`save`, `autosave`, a row's button), publishes it (`publish`), makes a copy (`copy`) or throws
 * a draft away (`discard`).
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const body = await readFormFields(request, MOST_FIELDS);
  const actor = actorOf(staff, context);
  const intent = body.get("intent");
  if (intent === "copy") {
    const copy = await copyEvent(eventId, actor);
    if (copy === null) throw new Response(null, { status: 404 });
    return redirect(`/admin/events/${copy}?done=copied`);
  }
  if (intent === "discard") {
    if (!(await discardDraft(eventId, actor))) throw new Response(null, { status: 404 });
    return redirect("/admin/events?show=drafts&done=discarded");
  }
  const event = await load(eventId);
  const { plan } = event;
  const now = new Date();
  if (event.state === "cancelled") return redirect(`/admin/events/${eventId}`);
  if (plan) return answerChange({ ...event, plan }, body, actor, now);
  const answer = await answerDraft(event, body, actor, now);
  return answer === "published" ? redirect(`/admin/events/${eventId}?done=published`) : answer;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/**
 * What the server has made of the form: dates that it moved, questions that it retired. What was changed is there once
 * the event has been loaded again, which comes after the answer.
 */
function renewed(
  answer: { outcome: string; revision: number; typed: TypedEvent } | undefined,
  loaded: number,
): string {
  if (answer?.outcome === "dates-moved") return `moved ${answer.typed.startsAt}`;
  const isThere = answer?.outcome === "changed" && loaded >= answer.revision;
  return isThere ? `changed ${answer.revision}` : "";
}

export default function KeptEvent() {
  const t = useT();
  const event = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/events">{t("eventKeeping.title")}</BackLink>
      {event.state !== "draft" && <EventPlaces eventId={event.eventId} />}
      <EventEditor
        // Fields show what the server has typed into them only where they are new.
        key={`${event.eventId} ${event.state} ${renewed(answer, event.revision)}`}
        event={event}
        answer={answer}
      />
    </>
  );
}
