import { Form } from "@remix-run/react";
import type { ShownRegistration } from "#app/modules/registrations/load-own-registration.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { cancelEffects } from "./own-words.ts";

/** To cancel: what exactly it would do, and the press below that. */
export function OwnCancel({
  registration,
  sending,
}: {
  registration: ShownRegistration;
  sending: boolean;
}) {
  const t = useT();
  const figures = useFigures();
  if (!registration.terms) return null;
  return (
    <div className="mt-10">
      <Disclosure summary={t("registrations.cancel")}>
        <ul className="list-disc pl-5">
          {cancelEffects(registration, t, figures).map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
        <Form method="post" className="mt-4">
          <Button look="danger" name="intent" value="cancel" pending={sending}>
            {t("registrations.cancel.press")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
