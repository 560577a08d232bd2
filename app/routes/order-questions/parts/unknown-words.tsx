import { Form } from "@remix-run/react";
import { NO_MEANING } from "#app/modules/order-questions/forms.ts";
import type { UnknownWord } from "#app/modules/order-questions/load-unknown-words.server.ts";
import { KNOWN_PAYERS } from "#app/modules/rulebook/payer.ts";
import { workKinds } from "#app/modules/rulebook/work-kind.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

/** Words of the workshop's files that nobody has explained, each with what it may mean. */
export function UnknownWords({ words }: { words: UnknownWord[] }) {
  const t = useT();
  if (words.length === 0) return null;
  return (
    <Section id="words" title={t("questions.words.title")}>
      <p className="-mt-1 mb-4 max-w-prose text-ink-soft">{t("questions.words.lead")}</p>
      <ul className="border-t border-rule">
        {words.map((word) => (
          <li key={`${word.kind} ${word.word}`} className="border-b border-rule py-3">
            <Word word={word} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Word({ word: { kind, word, count } }: { word: UnknownWord }) {
  const t = useT();
  const meanings =
    kind === "payment"
      ? KNOWN_PAYERS.map((payer) => ({ value: payer, label: t(`questions.payer.${payer}`) }))
      : workKinds.map((work) => ({ value: work, label: t(`staff.work.${work}`) }));
  return (
    <Form method="post" className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <input type="hidden" name="about" value={kind} />
      <input type="hidden" name="word" value={word} />
      <div className="min-w-0">
        <p className="font-semibold break-all">
          <bdi>{word}</bdi>
        </p>
        <p className="text-ink-soft">{t(`questions.word.${kind}`, { count })}</p>
      </div>
      <div className="flex flex-wrap items-end gap-2.5">
        <Select
          id={`meaning-${kind}-${word}`}
          name="meaning"
          label={t("questions.word.means")}
          className="w-64 max-w-full"
          required
          options={[
            { value: "", label: "" },
            ...meanings,
            { value: NO_MEANING, label: t(`questions.word.none.${kind}`) },
          ]}
        />
        <Button look="quiet">
          {t("questions.word.say")}
          <span className="sr-only"> ({word})</span>
        </Button>
      </div>
    </Form>
  );
}
