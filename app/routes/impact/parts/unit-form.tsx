import { Form, useNavigation } from "@remix-run/react";
import type { CountedIn } from "#app/platform/words/counted.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";

interface UnitFormProps {
  /** 0 for something new. */
  id: number;
  unit: (CountedIn & { wholeOnly: boolean }) | null;
  reply: FormReply | undefined;
}

/** What is counted, in three wordings. */
export function UnitForm({ id, unit, reply }: UnitFormProps) {
  const t = useT();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  const typed = (name: "one" | "many" | "zh") =>
    reply ? String(reply.initialValue?.[name] ?? "") : unit?.[name];
  return (
    <Form method="post" noValidate className="mt-3">
      <input type="hidden" name="unit" value={id} />
      <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-3">
        {(["one", "many", "zh"] as const).map((name) => (
          <Input
            key={name}
            id={`${name}-${id}`}
            name={name}
            lang={name === "zh" ? "zh-CN" : "en"}
            label={t(`impact.units.${name}`)}
            placeholder={t(`eventKeeping.impact.${name}.example`)}
            maxLength={60}
            autoComplete="off"
            defaultValue={typed(name)}
            errors={errors[name]}
          />
        ))}
      </div>
      <Checkbox
        id={`wholeOnly-${id}`}
        name="wholeOnly"
        className="my-3"
        label={t("impact.units.whole")}
        defaultChecked={reply ? reply.initialValue?.wholeOnly === "on" : unit?.wholeOnly}
      />
      <FieldErrors id={`form-${id}`} errors={errors[""]} />
      <Button look="quiet" pending={pending}>
        {t(id === 0 ? "impact.units.add" : "impact.units.save")}
      </Button>
    </Form>
  );
}
