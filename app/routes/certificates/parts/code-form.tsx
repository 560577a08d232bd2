import { Form } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";

/** Where the code of a certificate is typed. */
export function CodeForm({ typed = "", isWrong = false }: { typed?: string; isWrong?: boolean }) {
  const t = useT();
  return (
    <Form method="get" action="/certificates" className="grid max-w-md gap-4">
      <Input
        id="certificate-code"
        name="code"
        required
        maxLength={100}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        label={t("certificates.confirm.code")}
        hint={t("certificates.confirm.code.hint")}
        defaultValue={typed}
        errors={isWrong ? [t("certificates.error.code")] : []}
      />
      <div>
        <Button>{t("certificates.confirm.check")}</Button>
      </div>
    </Form>
  );
}
