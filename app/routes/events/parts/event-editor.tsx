import { Form } from "@remix-run/react";
import type { EventDraw } from "#app/modules/draws/load-event-draws.server.ts";
import type { SeriesEvent } from "#app/modules/event-series/load-series.server.ts";
import type { EventIssues } from "#app/modules/events/event-issues.ts";
import type { EventPhase } from "#app/modules/events/event-state.ts";
import type { EditedEvent } from "#app/modules/events/load-edited-event.server.ts";
import type { EventLimit } from "#app/modules/events/plan.ts";
import type { ImpactUnit } from "#app/modules/impact-units/impact-unit.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { WaitToEnd } from "#app/site/wait-to-end.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { ChangeMeaning, OverLimits } from "./change-meaning.tsx";
import { EventActions } from "./event-actions.tsx";
import { EventChecklist } from "./event-checklist.tsx";
import { EventCoverForm } from "./event-cover-form.tsx";
import { EventForm, FORM_PARTS } from "./event-form.tsx";
import type { EVENT_DONE, EVENT_REFUSED } from "./event-news.tsx";
import { EventNews } from "./event-news.tsx";
import type { EventAnswer } from "./event-request.server.ts";
import { EventSeries } from "./event-series.tsx";
import { KeptEventDraws } from "./kept-event-draws.tsx";
import { PhaseBadge } from "./phase-badge.tsx";
import { useEventDraft } from "./use-event-draft.ts";

type Loaded = Omit<EditedEvent, "plan" | "cancelledAt"> & {
  cancelledAt: Date | string | null;
  series: SeriesEvent[];
  /** Among its parties. */
  draws: EventDraw[];
  over: { limit: EventLimit; taken: number }[];
  /** That it is still open whether it takes place. */
  wait: Omit<Parameters<typeof WaitToEnd>[0], "eventId" | "otherwise"> | null;
  currency: string;
  units: readonly ImpactUnit[];
  /** Registering has opened, for gold at least. */
  isOpen: boolean;
  phase: EventPhase;
  issues: EventIssues;
  done: (typeof EVENT_DONE)[number] | null;
  refused: (typeof EVENT_REFUSED)[number] | null;
  title: string;
};

interface EventEditorProps {
  event: Loaded;
  answer: EventAnswer | undefined;
}

/** One event: how it stands, what is missing, and all of it to be changed. */
export function EventEditor({ event, answer }: EventEditorProps) {
  const t = useT();
  const { eventId, state } = event;
  const action = `/admin/events/${eventId}`;
  const isDraft = state === "draft";
  const draft = useEventDraft({
    action,
    typed: event.typed,
    revision: event.revision,
    keeps: isDraft,
    answer,
  });
  const meaning = answer?.outcome === "to-agree" ? answer : null;
  const agreed = meaning?.moved ?? [];
  const shown = answer?.outcome === "mistakes" ? answer.issues : {};
  return (
    <>
      <PageHeader
        title={event.title}
        lead={<PhaseBadge phase={event.phase} />}
        actions={<EventActions event={event} />}
      />
      <div id="news" className="mb-6 grid gap-4 empty:hidden">
        <EventNews
          done={event.done}
          refused={event.refused}
          answer={answer}
          isConflict={draft.isConflict}
          isDraft={isDraft}
        />
        {meaning && <ChangeMeaning meaning={meaning} form="event-form" />}
        {event.wait && (
          <WaitToEnd
            eventId={eventId}
            {...event.wait}
            otherwise={
              <ButtonLink to={`/admin/events/${eventId}/weather`} look="quiet">
                {t("eventKeeping.weather.otherwise")}
              </ButtonLink>
            }
          />
        )}
        {event.over.length > 0 && <OverLimits eventId={eventId} over={event.over} />}
      </div>
      {state === "cancelled" ? (
        <div className="grid gap-6">
          <Notice title={t("eventKeeping.cancelled")} announce={false}>
            {event.cancelReason}
          </Notice>
          <KeptEventDraws draws={event.draws} />
        </div>
      ) : (
        <div className="grid items-start gap-x-10 gap-y-6 min-[64rem]:grid-cols-[minmax(0,1fr)_16rem]">
          <div className="min-w-0 max-w-4xl">
            <EventForm
              id="event-form"
              action={`${action}#news`}
              typed={draft.typed}
              issues={shown}
              dates={{ before: event.datesBefore, isOpen: event.isOpen }}
              choices={event.choices}
              currency={event.currency}
              units={event.units}
              hidden={{ revision: draft.revision }}
              agreed={agreed}
              onTyped={draft.onTyped}
              onRows={draft.onRows}
              onSubmit={draft.onSubmit}
            >
              {isDraft ? (
                <>
                  <Button name="intent" value="publish">
                    {t("eventKeeping.publish")}
                  </Button>
                  <Button name="intent" value="save" look="quiet">
                    {t(
                      answer?.outcome === "conflict" || draft.isConflict
                        ? "eventKeeping.save.mine"
                        : "eventKeeping.save",
                    )}
                  </Button>
                </>
              ) : (
                <>
                  {hasFollowing(event) && (
                    <Checkbox
                      id="following"
                      name="following"
                      label={t("eventKeeping.following")}
                      hint={t("eventKeeping.following.hint")}
                      className="w-full"
                    />
                  )}
                  <Button name="intent" value="save">
                    {t(meaning ? "eventKeeping.change.agreed" : "eventKeeping.change")}
                  </Button>
                </>
              )}
            </EventForm>
            <div className="mt-10">
              <EventCoverForm eventId={eventId} coverId={event.typed.coverId} />
            </div>
            {isDraft && <Discard action={action} />}
          </div>
          <EventAside draft={draft} event={event} />
        </div>
      )}
    </>
  );
}

/** Whether others of its series come after it. */
const hasFollowing = ({ series, eventId }: Loaded) =>
  series.some(({ day }) => day > (series.find((one) => one.eventId === eventId)?.day ?? "9"));

interface EventAsideProps {
  event: Loaded;
  draft: ReturnType<typeof useEventDraft>;
}

/** Beside the form: its parts, what is missing, and since when it is kept. */
function EventAside({ event, draft }: EventAsideProps) {
  const t = useT();
  const figures = useFigures();
  return (
    <div className="order-first grid gap-5 min-[64rem]:sticky min-[64rem]:top-20 min-[64rem]:order-none">
      {event.state === "draft" && (
        <>
          <p aria-live="polite" className="min-h-6 text-ink-soft">
            {draft.isSending
              ? t("eventKeeping.saving")
              : draft.savedAt && t("eventKeeping.savedAt", { at: figures.time(draft.savedAt) })}
          </p>
          <section aria-labelledby="checklist">
            <h2 id="checklist" className="mb-2 text-[1.0625rem]">
              {t("eventKeeping.checklist")}
            </h2>
            <EventChecklist issues={event.issues} />
          </section>
        </>
      )}
      <nav aria-label={t("eventKeeping.parts")}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 min-[64rem]:grid">
          {FORM_PARTS.map((part) => (
            <li key={part}>
              <a href={`#${part}`} className="inline-flex min-h-8 items-center">
                {t(`eventKeeping.part.${part}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <KeptEventDraws draws={event.draws} />
      {event.series.length > 1 && <EventSeries event={event} />}
    </div>
  );
}

function Discard({ action }: { action: string }) {
  const t = useT();
  return (
    <Section id="discard" title={t("eventKeeping.discard.title")}>
      <Disclosure summary={t("eventKeeping.discard")}>
        <p className="mb-3">{t("eventKeeping.discard.lead")}</p>
        <Form method="post" action={action}>
          <Button name="intent" value="discard" look="danger">
            {t("eventKeeping.discard.sure")}
          </Button>
        </Form>
      </Disclosure>
    </Section>
  );
}
