import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { COUNTER_METHODS } from "#app/modules/payment-methods/counter-method.ts";
import type { PaymentMethods } from "#app/modules/payment-methods/load-payment-methods.server.ts";
import {
  ONLINE_METHOD_FACTS,
  ONLINE_METHODS,
  type OnlineMethod,
  type OnlineMethodFacts,
} from "#app/modules/payment-methods/online-method.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, Choices } from "#app/ui/choice.tsx";
import { FieldErrors } from "#app/ui/field.tsx";

interface MethodsFormProps {
  methods: PaymentMethods;
  /** The mark of what the page shows. */
  seen: string;
  reply: FormReply | undefined;
}

/** Which ways of paying the club takes, each with what it can do. */
export function MethodsForm({ methods, seen, reply }: MethodsFormProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(reply, t);
  const sent = reply?.initialValue;
  const ticked = (field: "counter" | "online"): readonly string[] =>
    sent ? [sent[field] ?? []].flat().map(String) : (methods[field] ?? []);
  return (
    <Form method="post" className="grid gap-7">
      <input type="hidden" name="seen" value={seen} />
      <Boxes name="counter" legend={t("paymentMethods.counter")} errors={errors.counter}>
        {COUNTER_METHODS.map((method) => (
          <Checkbox
            key={method}
            id={`counter-${method}`}
            name="counter"
            value={method}
            label={t(`payments.method.${method}`)}
            defaultChecked={ticked("counter").includes(method)}
          />
        ))}
      </Boxes>
      <Choices
        name="where"
        legend={t("paymentMethods.where")}
        defaultValue={
          sent ? String(sent.where ?? "") : methods.online === null ? "dashboard" : "here"
        }
        options={(["dashboard", "here"] as const).map((where) => ({
          value: where,
          label: t(`paymentMethods.where.${where}`),
          hint: t(`paymentMethods.where.${where}.hint`),
        }))}
        errors={errors.where}
      />
      <Boxes name="online" legend={t("paymentMethods.which")} errors={errors.online}>
        {ONLINE_METHODS.map((method) => (
          <Checkbox
            key={method}
            id={`online-${method}`}
            name="online"
            value={method}
            label={t(`paymentMethods.online.${method}`)}
            hint={<WhatItCan method={method} />}
            defaultChecked={ticked("online").includes(method)}
          />
        ))}
      </Boxes>
      <div>
        <Button pending={pending}>{t("paymentMethods.save")}</Button>
      </div>
    </Form>
  );
}

function WhatItCan({ method }: { method: OnlineMethod }) {
  const t = useT();
  const { recurring, delayed, refundable, currencies }: OnlineMethodFacts =
    ONLINE_METHOD_FACTS[method];
  const facts = [
    t(recurring ? "paymentMethods.can.recurring" : "paymentMethods.can.once"),
    t(refundable ? "paymentMethods.can.refundable" : "paymentMethods.can.notRefundable"),
    delayed && t("paymentMethods.can.delayed"),
    currencies &&
      t("paymentMethods.can.currencies", {
        currencies: new Intl.ListFormat(t.locale).format(currencies),
      }),
  ];
  return <>{facts.filter(Boolean).join(" · ")}</>;
}

interface BoxesProps {
  name: string;
  legend: ReactNode;
  errors: readonly string[] | undefined;
  children: ReactNode;
}

function Boxes({ name, legend, errors, children }: BoxesProps) {
  return (
    <fieldset aria-describedby={errors?.length ? `${name}-error` : undefined}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {children}
      <FieldErrors id={name} errors={errors} />
    </fieldset>
  );
}
