import { Form, useNavigation } from "@remix-run/react";
import { LABEL_AT_MOST } from "#app/modules/event-report/forms.ts";
import type { TypedCost } from "#app/modules/event-report/load-costs.server.ts";
import { minorText } from "#app/platform/typed-number.ts";
import { minorDigits } from "#app/platform/words/format.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

interface CostEditorProps {
  costs: TypedCost[];
  currency: string;
  /** Of the next cost. */
  requestKey: string;
  isSaved: boolean;
  /** A colleague was quicker. */
  isChanged: boolean;
  reply: FormReply | undefined;
}

/** The costs that people type: those there are, each with its history, and one more. */
export function CostEditor({
  costs,
  currency,
  requestKey,
  isSaved,
  isChanged,
  reply,
}: CostEditorProps) {
  const t = useT();
  const replyTo = (intent: string, cost?: number) =>
    reply?.initialValue?.intent === intent &&
    (cost === undefined || Number(reply.initialValue.cost) === cost)
      ? reply
      : undefined;
  return (
    <Section id="typed" title={t("eventReport.typed")} className="max-w-4xl">
      <p className="mb-3 max-w-prose text-[0.9375rem] text-ink-soft">
        {t("eventReport.typed.lead")}
      </p>
      {isSaved && <Notice tone="ok">{t("eventReport.done.saved")}</Notice>}
      {isChanged && (
        <Notice tone="warn" announce>
          {t("eventReport.changed")}
        </Notice>
      )}
      {costs.length === 0 ? (
        <p>{t("eventReport.typed.none")}</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {costs.map((cost) => (
            <li key={`${cost.id} ${cost.version}`}>
              <CostLine cost={cost} currency={currency} reply={replyTo("change", cost.id)} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6">
        <AddForm key={requestKey} {...{ currency, requestKey, reply: replyTo("add") }} />
      </div>
    </Section>
  );
}

interface CostLineProps {
  cost: TypedCost;
  currency: string;
  reply: FormReply | undefined;
}

function CostLine({ cost, currency, reply }: CostLineProps) {
  const t = useT();
  const figures = useFigures();
  const last = cost.steps.at(-1);
  const sum = figures.moneyIn(cost.amountMinor, cost.currency);
  const by = last && t("eventReport.typed.by", { by: last.by, at: figures.moment(last.at) });
  return (
    <Disclosure
      open={reply !== undefined}
      summary={
        <span className="flex flex-wrap items-baseline gap-x-4 [overflow-wrap:anywhere]">
          <span className={cost.isTakenBack ? "line-through" : undefined}>{cost.label}</span>
          <span className={cost.isTakenBack ? "line-through" : "font-semibold"}>{sum}</span>
          <span className="text-[0.9375rem] text-ink-soft">
            {cost.isTakenBack && `${t("eventReport.typed.takenBack")} · `}
            {by}
          </span>
        </span>
      }
    >
      {!cost.isTakenBack && <ChangeForm cost={cost} currency={currency} reply={reply} />}
      {cost.steps.length > 1 && (
        <>
          <p className="caption mt-4">{t("eventReport.typed.history")}</p>
          <ul className="text-[0.9375rem]">
            {cost.steps.map(({ label, amountMinor, by: who, at }) => (
              <li key={at}>
                {amountMinor === null
                  ? t("eventReport.typed.wasTakenBack", { by: who, at: figures.moment(at) })
                  : t("eventReport.typed.was", {
                      ...{ label, by: who, at: figures.moment(at) },
                      amount: figures.moneyIn(amountMinor, cost.currency),
                    })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  );
}

function ChangeForm({ cost, currency, reply }: CostLineProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="cost" value={cost.id} />
      <input type="hidden" name="version" value={cost.version} />
      {cost.currency === currency && (
        <CostFields
          id={String(cost.id)}
          currency={currency}
          shown={{ label: cost.label, amount: minorText(cost.amountMinor, minorDigits(currency)) }}
          reply={reply}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {cost.currency === currency && (
          <Button look="quiet" name="intent" value="change" pending={pending}>
            {t("eventReport.typed.save")}
          </Button>
        )}
        <Button look="quiet" name="intent" value="take-back" pending={pending}>
          {t("eventReport.typed.takeBack")}
        </Button>
      </div>
    </Form>
  );
}

interface AddFormProps {
  currency: string;
  requestKey: string;
  reply: FormReply | undefined;
}

function AddForm({ currency, requestKey, reply }: AddFormProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-4">
      <input type="hidden" name="intent" value="add" />
      <input
        type="hidden"
        name="requestKey"
        value={String(reply?.initialValue?.requestKey ?? requestKey)}
      />
      <CostFields id="new" currency={currency} shown={{ label: "", amount: "" }} reply={reply} />
      <div>
        <Button look="quiet" pending={pending}>
          {t("eventReport.typed.add")}
        </Button>
      </div>
    </Form>
  );
}

interface CostFieldsProps {
  id: string;
  currency: string;
  shown: { label: string; amount: string };
  reply: FormReply | undefined;
}

function CostFields({ id, currency, shown, reply }: CostFieldsProps) {
  const t = useT();
  const errors = formErrors(reply, t);
  const typed = (name: "label" | "amount") =>
    reply ? String(reply.initialValue?.[name] ?? "") : shown[name];
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[2fr_1fr]">
      <Input
        id={`label-${id}`}
        name="label"
        label={t("eventReport.typed.label")}
        placeholder={t("eventReport.typed.example")}
        maxLength={LABEL_AT_MOST}
        autoComplete="off"
        defaultValue={typed("label")}
        errors={errors.label}
      />
      <Input
        id={`amount-${id}`}
        name="amount"
        label={t("eventReport.typed.amount", { currency })}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={typed("amount")}
        errors={errors.amount}
      />
    </div>
  );
}
