import { Form, useNavigation } from "@remix-run/react";
import type { CarClaimPage } from "#app/modules/garage/load-car-claim.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

interface CarClaimDecisionProps {
  claim: CarClaimPage;
  today: Day;
  /** How many days back adopted orders earn. */
  earnsDays: number;
  answer:
    | {
        form: {
          initialValue?: Record<string, unknown> | null;
          error?: Record<string, string[] | null> | null;
        } | null;
      }
    | undefined;
}

/** The two ways out of a claim: granted from a day on, or refused with a reason. */
export function CarClaimDecision({ claim, today, earnsDays, answer }: CarClaimDecisionProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  if (claim.member.isYou) {
    return <Notice announce={false}>{t("deskCars.refused.own-claim")}</Notice>;
  }
  const errors = formErrors(answer?.form ?? undefined, t);
  const typed = (name: string) => answer?.form?.initialValue?.[name];
  const { holder } = claim;
  return (
    <div className="mt-10 grid gap-x-12 gap-y-8 min-[56rem]:grid-cols-2">
      <Section id="grant" title={t("deskCars.grant")}>
        <Form method="post" className="grid justify-items-start gap-4">
          {holder && (
            <Notice tone="warn" announce={false}>
              {t("deskCars.grantTakes", { name: holder.name, number: holder.number })}
            </Notice>
          )}
          <Input
            id="since"
            name="since"
            type="date"
            required
            max={today}
            label={t("deskCars.since")}
            hint={t("deskCars.since.hint", { days: earnsDays })}
            defaultValue={String(typed("since") ?? claim.suggestedSince)}
            errors={errors.since}
          />
          <Button name="decision" value="grant" pending={pending}>
            {t("deskCars.grant.submit")}
          </Button>
        </Form>
      </Section>
      <Section id="refuse" title={t("deskCars.refuse")} className="min-[56rem]:mt-0!">
        <Form method="post" className="grid gap-4">
          <Textarea
            id="reason"
            name="reason"
            rows={3}
            required
            maxLength={REASON_AT_MOST}
            label={t("deskCars.reason")}
            defaultValue={String(typed("reason") ?? "")}
            errors={errors.reason}
          />
          <Button look="danger" name="decision" value="refuse" className="justify-self-start">
            {t("deskCars.refuse.submit")}
          </Button>
        </Form>
      </Section>
    </div>
  );
}
