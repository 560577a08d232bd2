import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

const usePending = () => useNavigation().formData?.get("intent");

/** A test, and on or off. */
export function EndpointSwitch({ isOff }: { isOff: boolean }) {
  const t = useT();
  const pending = usePending();
  const act = isOff ? "switch-on" : "switch-off";
  return (
    <Form method="post" className="flex flex-wrap gap-2.5">
      {!isOff && (
        <Button name="intent" value="test" look="quiet" pending={pending === "test"}>
          {t("webhooks.test")}
        </Button>
      )}
      <Button
        name="intent"
        value={act}
        look={isOff ? "primary" : "quiet"}
        pending={pending === act}
      >
        {t(`webhooks.${act}`)}
      </Button>
    </Form>
  );
}

/** Sends again all that was given up since a day. */
export function SendFailed({
  from,
  today,
  errors,
}: {
  /** The day of the oldest. */
  from: string;
  today: string;
  errors?: readonly string[];
}) {
  const t = useT();
  return (
    <Form method="post" className="mt-6 flex flex-wrap items-end gap-3">
      <Input
        id="since"
        name="since"
        type="date"
        required
        max={today}
        label={t("webhooks.sendFailed.since")}
        defaultValue={from}
        errors={errors}
      />
      <Button
        name="intent"
        value="send-failed"
        look="quiet"
        pending={usePending() === "send-failed"}
      >
        {t("webhooks.sendFailed")}
      </Button>
    </Form>
  );
}

/** A new secret, and the end of it all. */
export function EndpointEnds() {
  const t = useT();
  const pending = usePending();
  return (
    <>
      <Section id="secret" title={t("webhooks.secret")} className="max-w-xl">
        <p className="mb-3 text-ink-soft">{t("webhooks.secret.what")}</p>
        <Form method="post">
          <Button name="intent" value="new-secret" look="quiet" pending={pending === "new-secret"}>
            {t("webhooks.secret.make")}
          </Button>
        </Form>
      </Section>
      <Section id="remove" title={t("webhooks.remove")} className="max-w-xl">
        <p className="mb-3 text-ink-soft">{t("webhooks.remove.what")}</p>
        <Form method="post">
          <Button name="intent" value="remove" look="danger" pending={pending === "remove"}>
            {t("webhooks.remove.do")}
          </Button>
        </Form>
      </Section>
    </>
  );
}
