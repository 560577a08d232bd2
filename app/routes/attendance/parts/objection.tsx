import { Form, Link, useNavigation } from "@remix-run/react";
import type { OpenObjection } from "#app/modules/attendance/load-objections.server.ts";
import { formatDay, formatLastDay } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Choices } from "#app/ui/choice.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

/** What a member says, and the form in which it is answered. */
export function Objection({ objection, reply }: { objection: OpenObjection; reply?: FormReply }) {
  const { t, locale, timeZone } = useWords();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  const { id, why, until, objectedAt, memberName, memberNumber, kept } = objection;
  return (
    <Section
      id={`objection-${id}`}
      title={<bdi>{memberName}</bdi>}
      more={<Link to={`/admin/members/${memberNumber}`}>{memberNumber}</Link>}
      className="max-w-2xl"
    >
      <p className="text-ink-soft">
        {t(`attendance.objections.${why}`, {
          event: inLanguage(locale, objection.title),
          day: formatDay(objectedAt ?? until, locale, timeZone),
          through: formatLastDay(until, locale, timeZone),
        })}
      </p>
      <p className="my-3 whitespace-pre-line">{objection.objection}</p>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="delay" value={id} />
        <Choices
          name="answer"
          legend={t("attendance.objections.answer")}
          options={[
            {
              value: "withdrawn",
              label: t("attendance.objections.withdraw"),
              hint: kept ? t(`attendance.objections.kept.${kept}`) : undefined,
            },
            { value: "stays", label: t("attendance.objections.stays") },
          ]}
          defaultValue={typedInto(reply, "answer")}
          errors={errors.answer}
        />
        <Textarea
          id={`note-${id}`}
          name="note"
          rows={2}
          maxLength={500}
          label={t("attendance.objections.note")}
          optional={t("attendance.objections.optional")}
          defaultValue={typedInto(reply, "note")}
          errors={errors.note}
        />
        <div>
          <Button pending={pending}>{t("attendance.objections.send")}</Button>
        </div>
      </Form>
    </Section>
  );
}
