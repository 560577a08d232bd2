import type { ReactNode } from "react";
import type { EventDraw } from "#app/modules/draws/load-event-draws.server.ts";
import type { EventPage } from "#app/modules/events/event-page.ts";
import { useT } from "#app/platform/words/words.tsx";
import { EventDraws } from "#app/site/event-draws.tsx";
import { EventWaitNotice } from "#app/site/event-wait-notice.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section } from "#app/ui/page.tsx";
import { EventFacts } from "./event-facts.tsx";
import { EventPicture } from "./event-picture.tsx";
import { leftWords, registeringWords, stateWords } from "./event-words.ts";

interface EventBodyProps {
  event: EventPage;
  /** It is not for the reader: neither what is left nor until when others can register is said to them. */
  isShut?: boolean;
  /** How the reader stands with it, above what can be done. */
  news?: ReactNode;
  /** The draws among its parties. */
  draws?: readonly EventDraw[];
  /** What can be done about it: to register, to sign in. */
  actions?: ReactNode;
}

/** All that is said of an event, to whoever looks: it shows what it is given. */
export function EventBody({ event, isShut = false, news, draws = [], actions }: EventBodyProps) {
  const t = useT();
  const figures = useFigures();
  const state = stateWords(event.registering, t, figures);
  const left = event.registering.can === "register" ? leftWords(event.left, t) : null;
  return (
    <div className="grid gap-x-16 gap-y-8 min-[56rem]:grid-cols-[minmax(0,23rem)_minmax(0,1fr)]">
      <div className="self-start rounded-md border border-rule bg-sheet p-5">
        <EventPicture event={event} sizes="(min-width: 56rem) 21rem, 90vw" />
      </div>
      <div className="min-w-0">
        <p className="caption">{t(`events.kind.${event.kind}`)}</p>
        <h1 className="break-words">{event.title}</h1>
        <p className="mt-2 text-lg">{figures.span(event.startsAt, event.endsAt)}</p>
        {event.place && <p className="text-ink-soft">{event.place}</p>}
        <p className="mt-3 flex flex-wrap gap-1.5">
          {event.eligible.goldOnly && <Badge>{t("events.gold")}</Badge>}
          {!isShut && <Badge tone={state.tone}>{left ?? state.words}</Badge>}
        </p>
        {(news || event.wait) && (
          <div className="mt-5 grid gap-3">
            {event.wait && <EventWaitNotice wait={event.wait} startsAt={event.startsAt} />}
            {news}
          </div>
        )}
        {!isShut && <p className="mt-4 max-w-prose">{registeringWords(event, t, figures)}</p>}
        {actions && <div className="mt-4 flex flex-wrap gap-3">{actions}</div>}
      </div>
      <EventFacts event={event} isShut={isShut} />
      <div className="min-w-0">
        <Texts event={event} />
        <EventDraws draws={draws} />
      </div>
    </div>
  );
}

function Texts({ event }: { event: EventPage }) {
  const t = useT();
  return (
    <>
      {(event.about || event.summary) && (
        <Section id="about" title={t("events.about")}>
          <p className="max-w-prose whitespace-pre-line">{event.about || event.summary}</p>
        </Section>
      )}
      {event.programme && (
        <Section id="programme" title={t("events.programme")}>
          <p className="max-w-prose whitespace-pre-line">{event.programme}</p>
        </Section>
      )}
      {event.gives && (
        <Section id="gives" title={t("events.gives")}>
          <p className="max-w-prose whitespace-pre-line">{event.gives}</p>
        </Section>
      )}
      {event.agreements.length > 0 && (
        <Section id="agreements" title={t("events.agreements")}>
          {event.agreements.map(({ key, name, text }) => (
            <Disclosure key={key} summary={name}>
              <p className="whitespace-pre-line">{text}</p>
            </Disclosure>
          ))}
        </Section>
      )}
    </>
  );
}
