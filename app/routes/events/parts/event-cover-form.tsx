import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";

interface EventCoverFormProps {
  eventId: number;
  /** Of the photo that is up; empty where there is none. */
  coverId: string;
}

/** A photo instead of the drawing: put up, and taken away. */
export function EventCoverForm({ eventId, coverId }: EventCoverFormProps) {
  const t = useT();
  const to = `/admin/events/${eventId}/cover`;
  const sending = useNavigation().formAction === to;
  return (
    <Section id="cover" title={t("eventKeeping.cover")}>
      <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("eventKeeping.cover.lead")}</p>
      {coverId !== "" && (
        <img
          src={`/events/covers/${coverId}/medium`}
          alt={t("eventKeeping.cover.alt")}
          className="mb-3 h-auto w-full max-w-md rounded-md border border-rule"
        />
      )}
      <Form
        method="post"
        action={to}
        encType="multipart/form-data"
        className="grid max-w-xl justify-items-start gap-3"
      >
        <Field
          id="picture"
          label={t("eventKeeping.cover.file")}
          hint={t("eventKeeping.cover.hint")}
        >
          {(wiring) => (
            <input
              type="file"
              name="picture"
              accept="image/jpeg,image/png,image/webp"
              {...wiring}
              className="control"
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="add" look="quiet" pending={sending}>
            {t("eventKeeping.cover.add")}
          </Button>
          {coverId !== "" && (
            <Button name="intent" value="remove" look="bare">
              {t("eventKeeping.cover.remove")}
            </Button>
          )}
        </div>
      </Form>
    </Section>
  );
}
