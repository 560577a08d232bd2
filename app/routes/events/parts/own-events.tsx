import { Link } from "@remix-run/react";
import type { ListedRegistration } from "#app/modules/registrations/load-own-registrations.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { EventWaitBadge } from "#app/site/event-wait-notice.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/page.tsx";
import { EventPicture } from "./event-picture.tsx";

/** What the reader comes to, or waits for, the next first. */
export function OwnEvents({ registrations }: { registrations: readonly ListedRegistration[] }) {
  const t = useT();
  const figures = useFigures();
  return (
    <Section id="mine" title={t("events.mine")} className="mb-10">
      <ul className="grid gap-3 min-[56rem]:grid-cols-2">
        {registrations.map((each) => (
          <li
            key={each.id}
            className="relative grid grid-cols-[4.5rem_minmax(0,1fr)] gap-4 rounded-md border border-rule bg-sheet p-3"
          >
            <div className="self-center">
              <EventPicture event={each} sizes="4.5rem" />
            </div>
            <div className="min-w-0">
              <h3 className="text-[1.0625rem] leading-snug break-words">
                <Link
                  to={`/my/registrations/${each.id}`}
                  className="text-ink no-underline after:absolute after:inset-0 hover:underline"
                >
                  {each.title}
                </Link>
              </h3>
              <p className="text-[0.9375rem] leading-snug text-ink-soft">
                {figures.span(each.startsAt, each.endsAt)}
              </p>
              <p className="mt-1.5 flex flex-wrap gap-1.5">
                {each.wait && <EventWaitBadge wait={each.wait} startsAt={each.startsAt} />}
                <OwnBadge registration={each} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OwnBadge({ registration }: { registration: ListedRegistration }) {
  const t = useT();
  const figures = useFigures();
  const { isCancelled, offerEndsAt, state, coming } = registration;
  if (isCancelled) return <Badge tone="refusal">{t("events.state.cancelled")}</Badge>;
  if (offerEndsAt) {
    return (
      <Badge tone="warn">{t("events.own.offered", { moment: figures.moment(offerEndsAt) })}</Badge>
    );
  }
  if (state === "waiting") return <Badge tone="warn">{t("events.own.waiting")}</Badge>;
  return <Badge tone="ok">{t("events.own.registered", { coming })}</Badge>;
}
