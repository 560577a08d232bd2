import { Form } from "@remix-run/react";
import { FREE_CONSENTS } from "#app/modules/consents/consent-kinds.ts";
import { consentSentence } from "#app/modules/consents/consent-words.ts";
import type { Consents } from "#app/modules/consents/load-consents.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";

/** Everything the club asks agreement to, how it stands since when, and the way to the other answer. */
export function ConsentList({ consents }: { consents: Consents }) {
  const t = useT();
  const figures = useFigures();
  return (
    <ul className="border-t border-rule">
      {(["terms", ...FREE_CONSENTS] as const).map((kind) => {
        const state = consents[kind];
        const given = state?.given ?? false;
        return (
          <li key={kind} className="border-b border-rule py-4">
            <p>{consentSentence(t, kind)}</p>
            <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <p className="text-[0.9375rem] text-ink-soft">
                <Badge tone={given ? "ok" : undefined}>
                  {t(given ? "account.consent.yes" : "account.consent.no")}
                </Badge>{" "}
                {state
                  ? t("account.consent.since", { day: figures.day(state.at) })
                  : t("account.consent.never")}
              </p>
              {kind === "terms" ? (
                <p className="text-[0.9375rem] text-ink-soft">{t("account.consent.terms")}</p>
              ) : (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="kind" value={kind} />
                  <Button look="quiet" name="given" value={given ? "no" : "yes"}>
                    {t(given ? "account.consent.take" : "account.consent.give")}
                  </Button>
                </Form>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
