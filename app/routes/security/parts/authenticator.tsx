import { Form, useNavigation } from "@remix-run/react";
import type { NewAuthenticator } from "#app/modules/security/begin-authenticator.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CodeInput } from "#app/ui/input.tsx";
import { QrPattern } from "#app/ui/qr-pattern.tsx";

interface AuthenticatorSetUpProps {
  fresh: NewAuthenticator;
  errors?: string[];
}

/** A new authenticator: what its app scans or is told, and the first code that it shows. */
export function AuthenticatorSetUp({ fresh, errors }: AuthenticatorSetUpProps) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "confirm";
  const { secret, size, modules } = fresh;
  return (
    <ol className="grid gap-8">
      <li>
        <h2>{t("authenticator.scan")}</h2>
        <div className="my-4 max-w-56 rounded-md border border-rule bg-white">
          <QrPattern
            size={size}
            modules={Array.from(modules, (module) => module === "1")}
            label={t("authenticator.qr")}
          />
        </div>
        <p className="max-w-prose text-ink-soft">{t("authenticator.typed")}</p>
        <p className="mt-1 font-mono text-lg tracking-wide [overflow-wrap:anywhere]" translate="no">
          {(secret.match(/.{4}/g) ?? []).join(" ")}
        </p>
      </li>
      <li>
        <h2>{t("authenticator.enter")}</h2>
        <Form method="post" className="mt-3 grid max-w-md gap-5">
          <CodeInput
            id="code"
            name="code"
            required
            label={t("secondFactor.code")}
            errors={errors}
          />
          <Button name="intent" value="confirm" wide pending={pending}>
            {t("authenticator.confirm")}
          </Button>
        </Form>
      </li>
    </ol>
  );
}

/** An authenticator that counts: new recovery codes, or away with it. */
export function AuthenticatorKept() {
  const t = useT();
  return (
    <Form method="post" className="grid justify-items-start gap-8">
      <div>
        <p className="mb-3 max-w-prose">{t("authenticator.codes")}</p>
        <Button look="quiet" name="intent" value="codes">
          {t("authenticator.newCodes")}
        </Button>
      </div>
      <div>
        <p className="mb-3 max-w-prose">{t("authenticator.removal")}</p>
        <Button look="danger" name="intent" value="remove">
          {t("authenticator.remove")}
        </Button>
      </div>
    </Form>
  );
}
