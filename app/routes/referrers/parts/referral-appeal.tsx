import { Form, useNavigation } from "@remix-run/react";
import type { ReferralPage } from "#app/modules/referrals/load-referral.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

interface ReferralAppealProps {
  referral: ReferralPage;
  requestKey: string;
  reply: FormReply | undefined;
}

/** Asks a person to look again, once; afterwards, what was asked and what they answered. */
export function ReferralAppeal({ referral, requestKey, reply }: ReferralAppealProps) {
  const t = useT();
  const figures = useFigures();
  const pending = useNavigation().formMethod === "POST";
  const { appeal, mayAppeal } = referral;
  if (appeal) {
    return (
      <Section id="appeal" title={t("referrers.appeal.yours")}>
        <p className="text-ink-soft">{figures.moment(appeal.at)}</p>
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{appeal.note}</p>
        <p className="mt-3 font-semibold">{t(`referrers.appeal.${appeal.state}`)}</p>
        {appeal.answer && (
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{appeal.answer}</p>
        )}
      </Section>
    );
  }
  if (!mayAppeal) return null;
  const was = (reply?.initialValue ?? {}) as Record<string, unknown>;
  return (
    <Section id="appeal" title={t("referrers.appeal")}>
      <p className="mb-3 text-ink-soft">{t("referrers.appeal.what")}</p>
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="requestKey" value={String(was.requestKey ?? requestKey)} />
        <Textarea
          id="note"
          name="note"
          rows={3}
          required
          maxLength={1_000}
          label={t("referrers.appeal.note")}
          defaultValue={String(was.note ?? "")}
          errors={formErrors(reply, t).note}
        />
        <div>
          <Button look="quiet" pending={pending}>
            {t("referrers.appeal.send")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
