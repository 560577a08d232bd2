import { Form } from "@remix-run/react";
import type { ShownRegistration } from "#app/modules/registrations/load-own-registration.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { EventWaitNotice } from "#app/site/event-wait-notice.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { OfferForm } from "./offer-form.tsx";
import type { OwnAct } from "./own-request.server.ts";
import { isStillSo, outcomeWords } from "./own-words.ts";

/** What can have been done just now. */
export const OWN_DONE = [
  "registered",
  "waiting",
  "changed",
  "cancelled",
  "left",
  "agreed",
  "accepted",
  "declined",
] as const;

interface OwnNewsProps {
  registration: ShownRegistration;
  done: (typeof OWN_DONE)[number] | null;
  refused: OwnAct | null;
  sending: boolean;
}

/** What has just happened, what waits for an answer, what is to be paid, and what became of the event. */
export function OwnNews({ registration, done, refused, sending }: OwnNewsProps) {
  const t = useT();
  const figures = useFigures();
  const { event, line, moved, payment, terms, state } = registration;
  const unplaced = registration.people.filter((person) => person.isUnplaced);
  const isSecond = registration.people.some(({ unpaid }) => unpaid);
  const outcome = outcomeWords(registration, t, figures);
  const isOpen = state === "registered" || state === "waiting";
  return (
    <div className="mt-4 grid gap-3 empty:hidden">
      {done && isStillSo(done, state) && (
        <Notice tone="ok">{t(`registrations.done.${done}`)}</Notice>
      )}
      {refused && !refused.ok && (
        <Notice tone="refusal">
          {t(`registrations.not.${refused.refusal}`, { missing: refused.missing })}
        </Notice>
      )}
      {event.isCancelled && (
        <Notice tone="refusal" announce={false}>
          {event.cancelReason
            ? t("events.say.cancelledFor", { reason: event.cancelReason })
            : t("events.say.cancelled")}
        </Notice>
      )}
      {event.wait && isOpen && (
        <EventWaitNotice wait={event.wait} startsAt={registration.startsAt} />
      )}
      {outcome.length > 0 && (
        <Notice announce={false}>
          {outcome.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
      {line?.offer && <OfferForm line={line} sending={sending} />}
      {moved && isOpen && terms && (
        <Notice
          tone="warn"
          announce={false}
          title={t("registrations.moved.title")}
          action={
            <Form method="post">
              <input type="hidden" name="version" value={moved.version} />
              <Button look="quiet" name="intent" value="agree">
                {t("registrations.moved.agree")}
              </Button>
            </Form>
          }
        >
          {moved.what.map((what) => (
            <p key={what}>{t(`registrations.moved.${what as "time" | "place" | "price"}`)}</p>
          ))}
          <p>{t("registrations.moved.free")}</p>
        </Notice>
      )}
      {isOpen && terms && unplaced.length > 0 && (
        <Notice tone="warn" announce={false} title={t("registrations.unplaced.title")}>
          {t("registrations.unplaced", {
            names: new Intl.ListFormat(t.locale).format(unplaced.map(({ name }) => name)),
          })}
        </Notice>
      )}
      {payment?.state === "open" && (
        <Notice
          tone="warn"
          announce={false}
          action={
            <ButtonLink to={`/my/payments/${payment.id}`} look="quiet">
              {t("registrations.pay.go")}
            </ButtonLink>
          }
        >
          {t(isSecond ? "registrations.pay.second" : "registrations.pay", {
            money: figures.moneyIn(payment.amountMinor, registration.currency ?? "CNY"),
            moment: payment.payBy ? figures.moment(payment.payBy) : "",
          })}
        </Notice>
      )}
    </div>
  );
}
