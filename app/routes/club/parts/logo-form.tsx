import { Form } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";

/** The club's logo: the one there is, another one, or none. */
export function LogoForm({ logoId }: { logoId: number | null }) {
  const t = useT();
  return (
    <Form
      method="post"
      action="/admin/club/logo"
      encType="multipart/form-data"
      className="grid justify-items-start gap-4"
    >
      {logoId !== null && <img src={`/logo/${logoId}`} alt={t("club.logo")} className="h-16" />}
      <Field id="logo" label={t("club.logo.file")} hint={t("club.logo.hint")}>
        {(wiring) => (
          <input
            type="file"
            name="picture"
            accept="image/png,image/jpeg,image/webp"
            {...wiring}
            className="control"
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="set" look="quiet">
          {t("club.logo.set")}
        </Button>
        {logoId !== null && (
          <Button name="intent" value="remove" look="danger">
            {t("club.logo.remove")}
          </Button>
        )}
      </div>
    </Form>
  );
}
