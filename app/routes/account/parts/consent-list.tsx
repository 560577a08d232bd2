import { Form, Link } from "@remix-run/react";
import type { RulesAgreement } from "#app/modules/account/rules-agreement.server.ts";
import { type ConsentKind, FREE_CONSENTS } from "#app/modules/consents/consent-kinds.ts";
import { consentSentence } from "#app/modules/consents/consent-words.ts";
import type { Consents } from "#app/modules/consents/load-consents.server.ts";
import type { NotificationKind } from "#app/modules/letters/notification-kinds.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";

interface ConsentListProps {
  consents: Consents;
  rules: RulesAgreement;
  /** Letters that come although the consent that covers them was not given. */
  letters: { kind: NotificationKind; consent: ConsentKind }[];
}

/** Everything the club asks agreement to, how it stands since when, and the way to the other answer. */
export function ConsentList({ consents, rules, letters }: ConsentListProps) {
  const t = useT();
  const figures = useFigures();
  return (
    <ul className="border-t border-rule">
      {(["terms", ...FREE_CONSENTS] as const).map((kind) => {
        const state = consents[kind];
        const given = state?.given ?? false;
        const all = letters.filter(({ consent }) => consent === kind);
        return (
          <li key={kind} className="border-b border-rule py-4">
            <p>{consentSentence(t, kind)}</p>
            <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <p className="text-[0.9375rem] text-ink-soft">
                <Badge tone={given ? "ok" : undefined}>
                  {t(
                    given
                      ? "account.consent.yes"
                      : state
                        ? "account.consent.no"
                        : "account.consent.never",
                  )}
                </Badge>{" "}
                {state && t("account.consent.since", { day: figures.day(state.at) })}
              </p>
              {kind !== "terms" && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="kind" value={kind} />
                  <Button look="quiet" name="given" value={given ? "no" : "yes"}>
                    {t(given ? "account.consent.take" : "account.consent.give")}
                  </Button>
                </Form>
              )}
            </div>
            {kind === "terms" && <OfTheRules rules={rules} />}
            {all.length > 0 && (
              <p className="mt-2 text-[0.9375rem] text-ink-soft">
                {t(state ? "account.consent.lettersChosen" : "account.consent.lettersOfMembers", {
                  letters: all.map((letter) => t(`account.notify.${letter.kind}`)).join(" · "),
                })}{" "}
                <Link to="/my/account/notifications">{t("account.consent.chooseLetters")}</Link>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Which version of the rules was agreed to, the way to agree to the one that holds, and the way out. */
function OfTheRules({ rules }: { rules: RulesAgreement }) {
  const t = useT();
  const { agreed, version } = rules;
  return (
    <div className="mt-2 grid gap-2 text-[0.9375rem] text-ink-soft">
      <p>
        {agreed !== null && (
          <>
            <Link to={`/about/rules?version=${agreed}`}>
              {t("account.consent.version", { version: agreed })}
            </Link>
            {agreed < version && ` · ${t("account.consent.newer", { version })}`}
          </>
        )}
      </p>
      {(agreed ?? 0) < version && (
        <p>
          <Link to="/my/rules?to=%2Fmy%2Faccount%2Fconsents" className="button button-quiet">
            {t("account.consent.readRules")}
          </Link>
        </p>
      )}
      <p>{t("account.consent.terms")}</p>
    </div>
  );
}
