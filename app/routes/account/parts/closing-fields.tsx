import { Form, Link, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";

/** The last step before an account's days are counted. */
export function ClosingFields({ unsure }: { unsure: boolean }) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post" action="/my/account/closing" className="mt-8 grid gap-4">
      <p className="max-w-prose">
        {t("account.closing.before")}{" "}
        <Link to="/my/account/privacy">{t("account.closing.copyFirst")}</Link>
      </p>
      <Checkbox
        id="sure"
        name="sure"
        label={t("account.closing.sure")}
        required
        errors={unsure ? [t("account.error.sure")] : undefined}
      />
      <div>
        <Button look="danger" name="intent" value="close" pending={pending}>
          {t("account.closing.close")}
        </Button>
      </div>
    </Form>
  );
}
