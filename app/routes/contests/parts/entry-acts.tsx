import { Form } from "@remix-run/react";
import type { Enterable, KeptEntry } from "#app/modules/contests/load-entries.server.ts";
import type { EventBracket } from "#app/modules/events/plan.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { replyTo, typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { RowInput, Select } from "#app/ui/input.tsx";

interface AssignFormProps {
  entry: KeptEntry;
  people: readonly Enterable[];
  brackets: readonly EventBracket[];
  /** Keys of those that take part. */
  of: readonly string[];
  hasPictures: boolean;
  /** A form of the page that was answered with what is wrong, whichever it was. */
  typed: FormReply | undefined;
}

/** Whose an entry is: one of those who come. Who has another picture in may keep its number, and gets this one. */
export function AssignForm(props: AssignFormProps) {
  const { entry, people, brackets, of, hasPictures, typed } = props;
  const { t, locale } = useWords();
  const { id, number, note } = entry;
  const reply = replyTo(typed, "assign", ["entry", id]);
  const errors = formErrors(reply, t);
  return (
    <Form method="post" className="grid gap-2">
      <input type="hidden" name="entry" value={id} />
      {note !== "" && <p>{t("contestKeeping.assign.note", { note })}</p>}
      <Select
        id={`person-${id}`}
        name="person"
        required
        label={t("contestKeeping.assign.whose", { number })}
        defaultValue={typedInto(reply, "person")}
        errors={errors.person}
        options={[
          { value: "", label: "—" },
          ...people.map((person) => ({
            value: String(person.id),
            label:
              person.number === null
                ? `${person.name} · ${person.code}`
                : t("contestKeeping.assign.has", { name: person.name, number: person.number }),
          })),
        ]}
      />
      {of.length > 0 && (
        <Select
          id={`bracket-${id}`}
          name="bracket"
          label={t("contestKeeping.entry.bracket")}
          defaultValue={typedInto(reply, "bracket")}
          errors={errors.bracket}
          options={[
            { value: "", label: t("contestKeeping.assign.byAge") },
            ...brackets
              .filter(({ key }) => of.includes(key))
              .map(({ key, name }) => ({ value: key, label: inLanguage(locale, name) })),
          ]}
        />
      )}
      {hasPictures && (
        <label className="flex items-start gap-3 text-[0.9375rem]">
          <input
            type="checkbox"
            name="replace"
            value="yes"
            defaultChecked={typedInto(reply, "replace") === "yes"}
            className="check"
          />
          {t("contestKeeping.assign.replace")}
        </label>
      )}
      <div>
        <Button name="intent" value="assign" look="quiet">
          {t("contestKeeping.assign")}
        </Button>
      </div>
    </Form>
  );
}

interface EntryActsProps extends Pick<AssignFormProps, "entry" | "typed"> {
  mayChoose: boolean;
}

/** What can be done with an entry: chosen, withdrawn, taken in again. */
export function EntryActs({ entry, mayChoose, typed }: EntryActsProps) {
  const { t } = useWords();
  const { id, number, state, isErased } = entry;
  if (state === "withdrawn") {
    if (isErased) return null;
    return (
      <Form method="post">
        <input type="hidden" name="entry" value={id} />
        <Button
          name="intent"
          value="restore"
          look="bare"
          aria-label={t("contestKeeping.restoreOf", { number })}
        >
          {t("contestKeeping.restore")}
        </Button>
      </Form>
    );
  }
  const choosing = replyTo(typed, "choose", ["entry", id]);
  const withdrawing = replyTo(typed, "withdraw", ["entry", id]);
  return (
    <>
      {mayChoose && (
        <Disclosure
          summary={t("contestKeeping.chooseOf", { number })}
          open={choosing !== undefined}
        >
          <Form method="post" className="grid gap-2">
            <input type="hidden" name="entry" value={id} />
            {(["En", "Zh"] as const).map((language) => (
              <RowInput
                key={language}
                id={`choose-${id}-${language}`}
                name={`reason${language}`}
                required
                maxLength={REASON_AT_MOST}
                label={t(`contestKeeping.reason${language}`)}
                placeholder={t(`contestKeeping.reason${language}`)}
                defaultValue={typedInto(choosing, `reason${language}`)}
                errors={formErrors(choosing, t)[`reason${language}`]}
              />
            ))}
            <div>
              <Button name="intent" value="choose" look="quiet">
                {t("contestKeeping.choose")}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
      <Disclosure
        summary={t("contestKeeping.withdrawOf", { number })}
        open={withdrawing !== undefined}
      >
        <Form method="post" className="grid gap-2">
          <input type="hidden" name="entry" value={id} />
          <RowInput
            id={`withdraw-${id}`}
            name="reason"
            required
            maxLength={REASON_AT_MOST}
            label={t("contestKeeping.reason")}
            placeholder={t("contestKeeping.reason")}
            defaultValue={typedInto(withdrawing, "reason")}
            errors={formErrors(withdrawing, t).reason}
          />
          <div>
            <Button name="intent" value="withdraw" look="danger">
              {t("contestKeeping.withdraw")}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </>
  );
}
