import { Form, useNavigation } from "@remix-run/react";
import { type ApiScope, apiScopes } from "#app/modules/api/api-client.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";

const SCOPES: Record<ApiScope, WordKey> = {
  "orders:write": "apiKeys.scope.orders",
  "balance:read": "apiKeys.scope.balance",
  "gifts:read": "apiKeys.scope.gifts",
  "redemptions:read": "apiKeys.scope.taken",
  "redemptions:write": "apiKeys.scope.redemptions",
  "codes:read": "apiKeys.scope.codes",
  "events:read": "apiKeys.scope.events",
  "registrations:read": "apiKeys.scope.parties",
  "registrations:write": "apiKeys.scope.registrations",
  "check-in:write": "apiKeys.scope.checkIn",
  "leads:read": "apiKeys.scope.leadsRead",
  "leads:write": "apiKeys.scope.leads",
};

/** Asks for a new key: for which program, and what it may do. */
export function ApiKeyForm({ reply }: { reply?: FormReply }) {
  const t = useT();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  const ticked = [reply?.initialValue?.scopes ?? []].flat();
  return (
    <Form method="post" className="grid gap-4">
      <Input
        id="name"
        name="name"
        autoComplete="off"
        required
        maxLength={80}
        label={t("apiKeys.name")}
        hint={t("apiKeys.nameHint")}
        defaultValue={typedInto(reply, "name")}
        errors={errors.name}
      />
      <fieldset aria-describedby={errors.scopes ? "scopes-error" : undefined}>
        <legend className="mb-1 font-semibold">{t("apiKeys.scopes")}</legend>
        {apiScopes.map((scope) => (
          <label key={scope} className="flex cursor-pointer gap-3 py-2">
            <input
              type="checkbox"
              name="scopes"
              value={scope}
              defaultChecked={ticked.includes(scope)}
              className="check"
            />
            <span>
              <span className="figure">{scope}</span>
              <span className="block text-[0.9375rem] text-ink-soft">{t(SCOPES[scope])}</span>
            </span>
          </label>
        ))}
        <FieldErrors id="scopes" errors={errors.scopes} />
      </fieldset>
      <div>
        <Button pending={pending}>{t("apiKeys.submit")}</Button>
      </div>
    </Form>
  );
}
