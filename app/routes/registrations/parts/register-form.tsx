import type { PartyRow } from "#app/modules/parties/typed-party.ts";
import type { RegisteringPage } from "#app/modules/registrations/load-registering.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { PartyCost } from "./party-cost.tsx";
import { PartyForm } from "./party-form.tsx";
import { mayNotWords, refusalWords } from "./refusal-words.ts";
import type { RefusedParty } from "./refused-party.ts";
import { useSending } from "./use-sending.ts";

interface RegisterFormProps {
  form: RegisteringPage & { rows: PartyRow[]; nearlyFull: boolean; requestKey: string };
  refused: RefusedParty | undefined;
}

/** The page on which a member registers, or joins the line; where they may not, why, and from when. */
export function RegisterForm({ form, refused }: RegisterFormProps) {
  const t = useT();
  const figures = useFigures();
  const sending = useSending();
  const { page, plan, may, version, requestKey, available, ...rest } = form;
  const why = refused?.answer;
  const waits = page.registering.can === "wait" || why?.refusal === "full";
  const ended = why?.refusal === "full" && why.line === "closed";
  return (
    <>
      <BackLink to={`/my/events/${page.slug}`}>{t("registrations.back")}</BackLink>
      <PageHeader
        title={t(waits ? "registrations.new.wait" : "registrations.new.title")}
        lead={`${page.title} · ${figures.span(page.startsAt, page.endsAt)}`}
      />
      {why && (
        <div className="mb-6 max-w-xl">
          <Notice
            tone={why.refusal === "full" ? "warn" : "refusal"}
            title={t("registrations.refused")}
          >
            {refusalWords(why, t, figures)}
          </Notice>
        </div>
      )}
      {!may.ok && !why && (
        <div className="mb-6 max-w-xl">
          <Notice announce={false}>{mayNotWords(may, t, figures)}</Notice>
        </div>
      )}
      {may.ok && (
        <PartyForm
          {...rest}
          plan={plan}
          sent={refused?.sent ?? null}
          problems={refused?.problems ?? {}}
          hidden={{
            requestKey: refused?.sent.requestKey?.[0] ?? requestKey,
            version: String(version),
            price: JSON.stringify(plan.price),
          }}
        >
          {(people) => (
            <>
              <PartyCost price={plan.price} people={people} available={available} waits={waits} />
              {!ended && (
                <Button
                  name="ifFull"
                  value={waits ? "wait" : "refuse"}
                  wide
                  className="mt-5"
                  pending={sending}
                  pendingLabel={t("registrations.press.pending")}
                >
                  {t(waits ? "registrations.press.wait" : "registrations.press")}
                </Button>
              )}
            </>
          )}
        </PartyForm>
      )}
    </>
  );
}
