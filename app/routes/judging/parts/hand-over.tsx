import { Form } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import type { ActAnswer } from "./judge-news.tsx";

/** Gives this tablet to another judge, who types their digits. */
export function HandOver({ answer, waiting }: { answer: ActAnswer | null; waiting: number }) {
  const t = useT();
  const refusal = answer?.said?.handOver;
  const errors = refusal ? [t(`judging.handOver.${refusal}`)] : undefined;
  return (
    <Disclosure summary={t("judging.handOver")} open={refusal !== undefined}>
      <p className="mb-3">{t("judging.handOver.what")}</p>
      <Form method="post" className="grid max-w-xs gap-3">
        <Input
          id="code"
          name="code"
          required
          inputMode="numeric"
          pattern="[0-9]{4}"
          maxLength={4}
          autoComplete="off"
          label={t("judging.handOver.code")}
          errors={errors}
        />
        {waiting > 0 && <p className="text-warn">{t("judging.handOver.wait")}</p>}
        <div>
          <Button name="intent" value="hand-over" look="quiet" disabled={waiting > 0}>
            {t("judging.handOver.go")}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
