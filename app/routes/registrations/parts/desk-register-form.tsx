import { Link } from "@remix-run/react";
import type { PartyRow } from "#app/modules/parties/typed-party.ts";
import type { RegisteringPage } from "#app/modules/registrations/load-registering.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PartyCost } from "./party-cost.tsx";
import { PartyForm } from "./party-form.tsx";
import { mayNotWords, refusalWords } from "./refusal-words.ts";
import type { RefusedParty } from "./refused-party.ts";
import { useSending } from "./use-sending.ts";

interface DeskRegisterFormProps {
  form: RegisteringPage & { rows: PartyRow[]; nearlyFull: boolean; requestKey: string };
  refused: RefusedParty | undefined;
}

/** The form of a party as staff fill it in: also before and after everybody may, and over capacity with a reason. */
export function DeskRegisterForm({ form, refused }: DeskRegisterFormProps) {
  const t = useT();
  const figures = useFigures();
  const sending = useSending();
  const { page, plan, may, version, requestKey, available, existing, ...rest } = form;
  const why = refused?.answer;
  const waits = page.registering.can === "wait" || why?.refusal === "full";
  if (existing) {
    return (
      <Notice announce={false}>
        <Link to={`/admin/events/${page.id}/parties`}>
          {t("registrations.refused.already-registered")}
        </Link>
      </Notice>
    );
  }
  if (!may.ok) return <Notice announce={false}>{mayNotWords(may, t, figures)}</Notice>;
  return (
    <>
      {why && (
        <div className="mb-6 max-w-xl">
          <Notice tone="refusal" title={t("registrations.refused")}>
            {refusalWords(why, t, figures)}
          </Notice>
        </div>
      )}
      <PartyForm
        {...rest}
        plan={plan}
        atDesk
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
            {why?.refusal === "child-registered" && (
              <Checkbox
                id="sameChild"
                name="sameChild"
                value="allow"
                label={t("parties.desk.sameChild")}
                className="mt-4"
              />
            )}
            {waits && (
              <Input
                id="overReason"
                name="overReason"
                label={t("parties.desk.over")}
                optional={t("registrations.optional")}
                maxLength={300}
                className="mt-4"
              />
            )}
            <Button
              name="ifFull"
              value={waits ? "wait" : "refuse"}
              wide
              className="mt-5"
              pending={sending}
            >
              {t(waits ? "registrations.press.wait" : "registrations.press")}
            </Button>
          </>
        )}
      </PartyForm>
    </>
  );
}
