import { Form, useNavigation } from "@remix-run/react";
import type { KeptDraw } from "#app/modules/draws/load-kept-draw.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { CallOffForm } from "#app/site/call-off-form.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

interface ReadValueProps {
  draw: KeptDraw;
  /** Whether the public value can be known. */
  isDue: boolean;
  reply: FormReply | undefined;
}

/** The public value: two people read it, each by themselves. */
export function ReadValue({ draw, isDue, reply }: ReadValueProps) {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  const pending = useNavigation().formData?.get("intent") === "read";
  const { named, readings } = draw;
  if (!named) return null;
  return (
    <Section id="value" title={t("drawKeeping.value")}>
      <p>
        <strong>{inLanguage(locale, named.name)}</strong>{" "}
        <a href={named.source} rel="noreferrer">
          {t("drawKeeping.value.source")}
        </a>
      </p>
      <p className="max-w-prose text-ink-soft">
        {isDue
          ? t("drawKeeping.value.two")
          : t("drawKeeping.value.due", { moment: moment(named.knownAt) })}
      </p>
      {readings.own && (
        <p className="mt-2">
          {t("drawKeeping.value.own", {
            value: readings.own.value,
            moment: moment(readings.own.at),
          })}
        </p>
      )}
      {readings.other && (
        <p className="mt-2">
          {t("drawKeeping.value.other", { moment: moment(readings.other.at) })}
        </p>
      )}
      {isDue && (
        <Form method="post" className="mt-4 grid max-w-md gap-4">
          <Input
            id="value-read"
            name="value"
            required
            maxLength={200}
            autoComplete="off"
            label={t("drawKeeping.value.read")}
            hint={t(`drawKeeping.value.hint.${named.kind}`)}
            defaultValue={typedInto(reply, "value")}
            errors={formErrors(reply, t).value}
          />
          <div>
            <Button name="intent" value="read" pending={pending}>
              {t("drawKeeping.value.send")}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

/** A draw by hand: which entry was picked. */
export function PickByHand({ reply }: { reply: FormReply | undefined }) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "pick";
  return (
    <Section id="pick" title={t("drawKeeping.pick")}>
      <Form method="post" className="grid max-w-md gap-4">
        <Input
          id="entry"
          name="entry"
          required
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          label={t("drawKeeping.pick.entry")}
          hint={t("drawKeeping.pick.hint")}
          defaultValue={typedInto(reply, "entry")}
          errors={formErrors(reply, t).entry}
        />
        <div>
          <Button name="intent" value="pick" pending={pending}>
            {t("drawKeeping.pick.send")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

/** A draw by hand: gifts are still kept for whoever is picked next, and nobody more is. */
export function ReturnRest({ count }: { count: number }) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "return-rest";
  return (
    <Section id="rest" title={t("drawKeeping.rest")}>
      <p className="mb-4 max-w-prose text-ink-soft">{t("drawKeeping.rest.means", { count })}</p>
      <Form method="post">
        <Button name="intent" value="return-rest" look="quiet" pending={pending}>
          {t("drawKeeping.rest.send")}
        </Button>
      </Form>
    </Section>
  );
}

/** Calls a draw off, with a reason that stands on its page. */
export function CallOff({ reply }: { reply: FormReply | undefined }) {
  const t = useT();
  return (
    <CallOffForm
      label={t("drawKeeping.callOff")}
      means={t("drawKeeping.callOff.means")}
      reason={{ En: t("drawKeeping.callOff.reasonEn"), Zh: t("drawKeeping.callOff.reasonZh") }}
      reply={reply}
    />
  );
}
