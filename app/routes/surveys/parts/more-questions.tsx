import { Form, useNavigation } from "@remix-run/react";
import {
  type BestThing,
  bestThings,
  MOST_RECOMMENDS,
  WORDS_AT_MOST,
} from "#app/modules/surveys/questions.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/input.tsx";

/** What is in the fields: what was said before, or what was just typed and not taken. */
export type MoreTyped = {
  best: readonly string[];
  recommends: string;
  words: string;
  ownWords: string;
  named: boolean;
};

interface MoreQuestionsProps {
  /** The club's own. */
  question: InBoth | null;
  typed: MoreTyped;
  reply?: FormReply;
}

/** The three questions that are asked besides, and the club's own; each may stay empty. */
export function MoreQuestions({ question, typed, reply }: MoreQuestionsProps) {
  const { t, locale } = useWords();
  const errors = formErrors(reply, t);
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post" className="grid gap-6" preventScrollReset>
      <input type="hidden" name="intent" value="more" />
      <fieldset>
        <legend className="font-semibold">{t("surveys.best")}</legend>
        <div className="mt-1 grid xs:grid-cols-2 xs:gap-x-6">
          {bestThings.map((thing: BestThing) => (
            <Checkbox
              key={thing}
              id={`best-${thing}`}
              name="best"
              value={thing}
              label={t(`surveys.best.${thing}`)}
              defaultChecked={typed.best.includes(thing)}
            />
          ))}
        </div>
      </fieldset>
      <Recommends chosen={typed.recommends} errors={errors.recommends} />
      <Textarea
        id="words"
        name="words"
        label={t("surveys.words")}
        optional={t("surveys.optional")}
        maxLength={WORDS_AT_MOST}
        defaultValue={typed.words}
        errors={errors.words}
      />
      {question && (
        <Textarea
          id="ownWords"
          name="ownWords"
          label={inLanguage(locale, question)}
          optional={t("surveys.optional")}
          maxLength={WORDS_AT_MOST}
          rows={3}
          defaultValue={typed.ownWords}
          errors={errors.ownWords}
        />
      )}
      <Checkbox
        id="named"
        name="named"
        value="yes"
        label={t("surveys.named")}
        hint={t("surveys.named.what")}
        defaultChecked={typed.named}
      />
      <Button pending={pending} wide>
        {t("surveys.send")}
      </Button>
    </Form>
  );
}

function Recommends({ chosen, errors }: { chosen: string; errors?: string[] }) {
  const { t } = useWords();
  const numbers = Array.from({ length: MOST_RECOMMENDS + 1 }, (_, number) => String(number));
  return (
    <fieldset aria-describedby={errors ? "recommends-error" : "recommends-scale"}>
      <legend className="font-semibold">{t("surveys.recommends")}</legend>
      <p id="recommends-scale" className="mb-2 text-[0.9375rem] text-ink-soft">
        {t("surveys.recommends.scale")}
      </p>
      <div className="grid grid-cols-6 gap-1.5 sm:grid-cols-12">
        {[...numbers, ""].map((value) => (
          <label
            key={value}
            className="figure grid min-h-11 cursor-pointer place-items-center rounded-md border border-rule-strong bg-sheet has-checked:border-accent has-checked:bg-accent-wash has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="recommends"
              value={value}
              defaultChecked={value === chosen}
              className="sr-only"
            />
            {value || (
              <>
                <span aria-hidden="true">—</span>
                <span className="sr-only">{t("surveys.recommends.none")}</span>
              </>
            )}
          </label>
        ))}
      </div>
      <FieldErrors id="recommends" errors={errors} />
    </fieldset>
  );
}
