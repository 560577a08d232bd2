import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HandOutForm } from "#app/modules/contest-results/forms.ts";
import { loadHandOut } from "#app/modules/contest-results/load-hand-out.server.ts";
import { loadEventPeople } from "#app/modules/events/load-event-people.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { actOnPrize } from "../parts/hand-out-acts.server.ts";
import { HandOutGroupView } from "../parts/hand-out-group.tsx";
import { HAND_OUT_DONE } from "../parts/result-news.ts";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Whoever hands prizes over: all of an event's, for the stage and for the desk. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t, locale, may } = await readStaffRequest(request, "contest-prizes.serve");
  const eventId = rowIdIn(params.id);
  const event = await loadEventPeople(db(), eventId);
  if (!event) throw new Response(null, { status: 404 });
  const groups = await loadHandOut(db(), eventId, staff.id);
  const states = groups.flatMap(({ prizes }) => prizes.map(({ state }) => state));
  return {
    ...{ eventId, groups, event: event.title, mayGiveUp: may("contests.keep") },
    left: states.filter((state) => state === "to-hand-over").length,
    done: noticeIn(request, HAND_OUT_DONE),
    title: `${t("handOut.title")} · ${inLanguage(locale, event.title)}`,
  };
}

/**
 * Ticks a prize as handed over (`hand-over`), takes the tick away (`undo`), and settles one that another child has won since
 * it was handed over (`came-back`, `leave`). Whoever keeps contests gives up one that nobody comes for (`give-up`).
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "contest-prizes.serve");
  const eventId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), HandOutForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  if (form.value.intent === "give-up") await readStaffRequest(request, "contests.keep");
  const { done, answer } = await actOnPrize(eventId, form.value, actorOf(staff, context));
  if (answer.ok) {
    return redirect(`/admin/events/${eventId}/prizes?done=${done}#prize-${form.value.award}`);
  }
  if (answer.refusal === "no-such-award") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refused: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function PrizesToHandOver() {
  const t = useT();
  const { eventId, event, groups, left, mayGiveUp, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-3xl">
      <EventPlaces eventId={eventId} />
      <PageHeader
        title={t("handOut.title")}
        lead={`${inLanguage(t.locale, event)} · ${t("handOut.lead")}`}
      />
      <div className="mb-5 grid gap-3 empty:hidden">
        {done && !answer && <Notice tone="ok">{t(`handOut.done.${done}`)}</Notice>}
        {answer?.refused && (
          <Notice tone="refusal">{t(`handOut.refused.${answer.refused}`)}</Notice>
        )}
      </div>
      {groups.length === 0 ? (
        <p className="text-ink-soft">{t("handOut.none")}</p>
      ) : (
        <p className="mb-6 font-semibold">{t("handOut.left", { left })}</p>
      )}
      {groups.map((group) => (
        <HandOutGroupView
          key={`${group.contestId} ${group.group.en}`}
          group={group}
          mayGiveUp={mayGiveUp}
          reply={answer?.form}
        />
      ))}
    </div>
  );
}
