import { Form, useNavigation } from "@remix-run/react";
import type { ReauthenticationMethod } from "#app/modules/security/reauthentication-methods.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { PasskeyButton } from "#app/site/passkey.tsx";
import { Button } from "#app/ui/button.tsx";
import { CodeInput, Input } from "#app/ui/input.tsx";

interface ConfirmFormsProps {
  to: string;
  /** The best first. */
  ways: ReauthenticationMethod[];
  email: string | null;
  /** A code was sent, or tried: the field for it is there. */
  sent: boolean;
  answer?: FormReply;
}

/** The ways in which somebody may confirm that it is them, a form each. */
export function ReauthenticationForms({ to, ways, email, sent, answer }: ConfirmFormsProps) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent");
  const errors = formErrors(answer, t);
  return (
    <div className="grid gap-8">
      {ways.includes("passkey") && (
        <PasskeyButton
          purpose="confirm"
          action="/confirm"
          to={to}
          look={ways.length === 1 ? "primary" : "quiet"}
        />
      )}
      {ways.includes("password") && (
        <Form method="post" className="grid gap-5">
          <input type="hidden" name="to" value={to} />
          <Input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            label={t("signIn.password")}
            errors={errors.password}
          />
          <Button name="intent" value="password" wide pending={pending === "password"}>
            {t("confirm.submit")}
          </Button>
        </Form>
      )}
      {ways.includes("authenticator") && (
        <Form method="post" className="grid gap-5">
          <input type="hidden" name="to" value={to} />
          <CodeInput
            id="code"
            name="code"
            required
            label={t("secondFactor.code")}
            errors={errors.code}
          />
          <Button name="intent" value="authenticator" wide pending={pending === "authenticator"}>
            {t("confirm.submit")}
          </Button>
        </Form>
      )}
      {ways.includes("code") && (
        <Form method="post" className="grid gap-5">
          <input type="hidden" name="to" value={to} />
          {sent && (
            <>
              <CodeInput
                id="code"
                name="code"
                required
                label={t("signIn.code.label")}
                errors={errors.code}
              />
              <Button name="intent" value="code" wide pending={pending === "code"}>
                {t("confirm.submit")}
              </Button>
            </>
          )}
          <Button
            name="intent"
            value="send"
            look={sent ? "quiet" : "primary"}
            formNoValidate
            wide
            pending={pending === "send"}
          >
            <span className="[overflow-wrap:anywhere]">
              {sent ? t("signIn.code.sendAgain") : t("confirm.send", { email: email ?? "—" })}
            </span>
          </Button>
        </Form>
      )}
      <p className="text-[0.9375rem] text-ink-soft">{t("confirm.none")}</p>
    </div>
  );
}
