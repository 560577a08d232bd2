import { Form } from "@remix-run/react";
import {
  type ConsentingChild,
  type FreeChildConsent,
  freeChildConsents,
} from "#app/modules/child-consents/child-consent.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

interface ChildConsentsProps {
  party: number;
  of: ConsentingChild[];
}

/** Each child of a party with what its guardian agrees to, the other answer to each, and what was said before. */
export function ChildConsents({ party, of }: ChildConsentsProps) {
  return (
    <ul className="border-t border-rule">
      {of.map((child) => (
        <li key={child.id} className="border-b border-rule py-3">
          <p className="font-semibold break-words">{child.name}</p>
          {freeChildConsents.map((consent) => (
            <Answer key={consent} party={party} child={child} consent={consent} />
          ))}
          <History child={child} />
        </li>
      ))}
    </ul>
  );
}

interface AnswerProps {
  party: number;
  child: ConsentingChild;
  consent: FreeChildConsent;
}

function Answer({ party, child, consent }: AnswerProps) {
  const t = useT();
  const given = child.agreed[consent];
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="min-w-0">
        {t(`registrations.consent.${consent}`)}{" "}
        <Badge tone={given ? "ok" : undefined}>
          {t(given ? "registrations.consents.yes" : "registrations.consents.no")}
        </Badge>
      </p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="consent" />
        <input type="hidden" name="party" value={party} />
        <input type="hidden" name="person" value={child.id} />
        <input type="hidden" name="consent" value={consent} />
        <Button
          look="quiet"
          name="given"
          value={given ? "no" : "yes"}
          aria-label={t(
            given ? "registrations.consents.take.of" : "registrations.consents.give.of",
            {
              name: child.name,
              consent: t(`registrations.consent.${consent}`),
            },
          )}
        >
          {t(given ? "registrations.consents.take" : "registrations.consents.give")}
        </Button>
      </Form>
    </div>
  );
}

function History({ child: { history } }: { child: ConsentingChild }) {
  const t = useT();
  const figures = useFigures();
  if (history.length === 0) return null;
  return (
    <Disclosure summary={t("registrations.consents.history")}>
      <ul className="text-[0.9375rem] text-ink-soft">
        {history.map(({ at, consent, given, byFamily }) => (
          <li key={`${at} ${consent} ${given}`}>
            {t(given ? "registrations.consents.given" : "registrations.consents.taken", {
              moment: figures.moment(at),
              consent: t(`registrations.consent.${consent}`),
              who: t(byFamily ? "registrations.consents.family" : "registrations.consents.club"),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
