import { Form, useNavigation } from "@remix-run/react";
import { type WebhookEventName, webhookEventNames } from "#app/modules/api/webhook-schemas.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface EndpointFormProps {
  intent: "make" | "change";
  label: string;
  reply?: FormReply;
  /** As it is, where one is changed. */
  endpoint?: { url: string; description: string; events: WebhookEventName[] };
  /** Sent twice it is one. */
  requestKey?: string;
}

/** Asks where messages go, and of what. */
export function EndpointForm({ intent, label, reply, endpoint, requestKey }: EndpointFormProps) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === intent;
  const errors = formErrors(reply, t);
  const ticked = reply?.initialValue
    ? [reply.initialValue.events ?? []].flat()
    : (endpoint?.events ?? webhookEventNames);
  return (
    <Form method="post" className="grid gap-4">
      {requestKey && <input type="hidden" name="requestKey" value={requestKey} />}
      {errors[""] && (
        <Notice tone="refusal">
          {errors[""].map((error) => (
            <p key={error}>{error}</p>
          ))}
        </Notice>
      )}
      <Input
        id="description"
        name="description"
        autoComplete="off"
        required
        maxLength={80}
        label={t("webhooks.description")}
        hint={t("webhooks.description.hint")}
        defaultValue={typedInto(reply, "description") ?? endpoint?.description}
        errors={errors.description}
      />
      <Input
        id="url"
        name="url"
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={500}
        label={t("webhooks.url")}
        hint={t("webhooks.url.hint")}
        defaultValue={typedInto(reply, "url") ?? endpoint?.url}
        errors={errors.url}
      />
      <fieldset aria-describedby={errors.events ? "events-error" : undefined}>
        <legend className="mb-1 font-semibold">{t("webhooks.events")}</legend>
        {webhookEventNames.map((name) => (
          <label key={name} className="flex cursor-pointer gap-3 py-2">
            <input
              type="checkbox"
              name="events"
              value={name}
              defaultChecked={ticked.includes(name)}
              className="check"
            />
            <span className="min-w-0">
              <span className="figure">{name}</span>
              <span className="block text-[0.9375rem] text-ink-soft">
                {t(`webhooks.event.${name}`)}
              </span>
            </span>
          </label>
        ))}
        <FieldErrors id="events" errors={errors.events} />
      </fieldset>
      <div>
        <Button name="intent" value={intent} pending={pending}>
          {label}
        </Button>
      </div>
    </Form>
  );
}
