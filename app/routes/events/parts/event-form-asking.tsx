import { optionsBefore, type TypedQuestion } from "#app/modules/events/typed-event.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { Section } from "#app/ui/page.tsx";
import { useEventForm } from "./event-field.tsx";
import { PAIR } from "./event-form-when.tsx";
import { EventRows, RowButton, RowLine, RowSelect, RowText, RowTick } from "./event-rows.tsx";

const KINDS = ["text", "choice", "number", "date"] as const;
const OF = ["party", "adult", "child"] as const;

/** What is asked of a party, of each adult or of each child. */
export function EventFormQuestions() {
  const { t, typed } = useEventForm();
  return (
    <Section id="questions" title={t("eventKeeping.part.questions")}>
      <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("eventKeeping.questions.lead")}</p>
      <EventRows
        list="questions"
        nameOf={(number) => t("eventKeeping.questionNumbered", { number })}
        add={t("eventKeeping.questions.add")}
        stays={(index) => typed.questions[index]?.retired !== ""}
      >
        {(path, index) => {
          const row = typed.questions[index];
          if (!row) return null;
          return row.retired === "" ? (
            <Question path={path} index={index} row={row} />
          ) : (
            <RetiredQuestion path={path} index={index} row={row} />
          );
        }}
      </EventRows>
    </Section>
  );
}

/** Asked no more: it is there so that its answers can be read, and stays as it was until it is asked again. */
function RetiredQuestion({ path, index, row }: QuestionProps) {
  const { t } = useEventForm();
  const label = inLanguage(t.locale, { en: row.labelEn, zh: row.labelZh });
  const { key: _key, options, ...fields } = row;
  return (
    <>
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={`${path}.${field}`} value={value} />
      ))}
      {options.map((option, at) =>
        Object.entries(option).map(([field, value]) => (
          <input
            key={`${option.key} ${field}`}
            type="hidden"
            name={`${path}.options.${at}.${field}`}
            value={value}
          />
        )),
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <div className="min-w-0 flex-[1_1_16rem]">
          <p className="break-words">{label}</p>
          <p className="text-[0.9375rem] text-ink-soft">{t("eventKeeping.retired")}</p>
        </div>
        <span className="ml-auto">
          <RowButton
            act={{ act: "ask", list: "questions", at: index }}
            label={t("eventKeeping.askAgain.named", { question: label })}
          >
            {t("eventKeeping.askAgain")}
          </RowButton>
        </span>
      </div>
    </>
  );
}

interface QuestionProps {
  path: string;
  index: number;
  row: TypedQuestion;
}

function Question({ path, index, row }: QuestionProps) {
  const { t, typed } = useEventForm();
  const before = optionsBefore(typed, index).map(({ value, question, option }) => ({
    value,
    label: t("eventKeeping.onlyIf.answer", {
      question: inLanguage(t.locale, { en: question.labelEn, zh: question.labelZh }),
      answer: inLanguage(t.locale, { en: option.labelEn, zh: option.labelZh }),
    }),
  }));
  const lost = row.onlyIf !== "" && !before.some(({ value }) => value === row.onlyIf);
  return (
    <div className={PAIR}>
      <RowLine path={path} field="labelEn" value={row.labelEn} rest={{ maxLength: 200 }} />
      <RowLine path={path} field="labelZh" value={row.labelZh} rest={{ maxLength: 200 }} />
      <RowSelect
        path={path}
        field="kind"
        value={row.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(`eventKeeping.question.${kind}`) }))}
      />
      <RowSelect
        path={path}
        field="of"
        value={row.of}
        options={OF.map((of) => ({ value: of, label: t(`eventKeeping.of.${of}`) }))}
      />
      {row.kind === "choice" && <Options index={index} path={path} row={row} />}
      {before.length > 0 || lost ? (
        <RowSelect
          path={path}
          field="onlyIf"
          value={row.onlyIf}
          options={[
            { value: "", label: t("eventKeeping.onlyIf.always") },
            ...before,
            ...(lost ? [{ value: row.onlyIf, label: t("eventKeeping.onlyIf.lost") }] : []),
          ]}
        />
      ) : (
        <input type="hidden" name={`${path}.onlyIf`} value="" />
      )}
      <RowTick path={path} field="required" value={row.required} />
    </div>
  );
}

function Options({ index, path, row }: QuestionProps) {
  const { t } = useEventForm();
  return (
    <div className="border-l-2 border-rule pl-4 sm:col-span-2" id={`${path}.options`}>
      {row.options.map((option, at) => (
        <div
          key={option.key}
          className="grid items-end gap-x-4 gap-y-2 py-1.5 sm:grid-cols-[1fr_1fr_auto]"
        >
          <input type="hidden" name={`${path}.options.${at}.key`} value={option.key} />
          <RowLine path={`${path}.options.${at}`} field="labelEn" value={option.labelEn} />
          <RowLine path={`${path}.options.${at}`} field="labelZh" value={option.labelZh} />
          <RowButton
            act={{ act: "remove", list: "options", of: index, at }}
            label={t("eventKeeping.removeNamed", {
              name: t("eventKeeping.optionNumbered", { number: at + 1 }),
            })}
          >
            {t("eventKeeping.remove")}
          </RowButton>
        </div>
      ))}
      <RowButton act={{ act: "add", list: "options", of: index, at: row.options.length }}>
        {t("eventKeeping.options.add")}
      </RowButton>
    </div>
  );
}

/** What must be agreed to. */
export function EventFormAgreements() {
  const { t, typed } = useEventForm();
  return (
    <Section id="agreements" title={t("eventKeeping.part.agreements")}>
      <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("eventKeeping.agreements.lead")}</p>
      <EventRows
        list="agreements"
        nameOf={(number) => t("eventKeeping.agreementNumbered", { number })}
        add={t("eventKeeping.agreements.add")}
      >
        {(path, index) => {
          const row = typed.agreements[index];
          return (
            <div className={PAIR}>
              <RowLine path={path} field="nameEn" value={row?.nameEn ?? ""} />
              <RowLine path={path} field="nameZh" value={row?.nameZh ?? ""} />
              <RowText path={path} field="textEn" value={row?.textEn ?? ""} rows={6} most={6_000} />
              <RowText path={path} field="textZh" value={row?.textZh ?? ""} rows={6} most={6_000} />
            </div>
          );
        }}
      </EventRows>
    </Section>
  );
}
