import { Form, useNavigation } from "@remix-run/react";
import type { PrizesPage } from "#app/modules/contest-results/load-prizes.server.ts";
import { PRIZE_LINES, type PrizeLine } from "#app/modules/contest-results/prizes.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";

interface PrizeLinesProps {
  page: PrizesPage;
  /** The answer to the form that was just sent. */
  reply: FormReply | undefined;
}

/** What can be won, a line each; empty lines are none. */
export function PrizeLines({ page, reply }: PrizeLinesProps) {
  const { t } = useWords();
  const pending = useNavigation().formMethod === "POST";
  return (
    <Form method="post" className="max-w-4xl">
      {PRIZE_LINES.map((line) => (
        <Line key={line} line={line} page={page} reply={reply} />
      ))}
      <Button pending={pending}>{t("prizes.save")}</Button>
    </Form>
  );
}

/** A line as it is kept, by the form's fields. */
function keptLine({ prizes }: PrizesPage, line: PrizeLine): Record<string, string> {
  const prize = prizes[line - 1];
  if (!prize) return { rank: String(line) };
  return {
    ...{ rank: String(prize.rank), bracket: prize.bracket ?? "", count: String(prize.count) },
    ...{ titleEn: prize.title.en, titleZh: prize.title.zh },
    ...{ variant: String(prize.variantId ?? ""), points: String(prize.points) },
  };
}

function Line({ line, page, reply }: PrizeLinesProps & { line: PrizeLine }) {
  const { t, locale } = useWords();
  const { points } = useFigures();
  const errors = formErrors(reply, t);
  const kept = keptLine(page, line);
  const of = (field: string) => {
    const name = `${field}${line}`;
    const value = reply?.initialValue ? reply.initialValue[name] : kept[field];
    return { id: name, name, errors: errors[name], defaultValue: value ? String(value) : "" };
  };
  return (
    <fieldset className="mb-6 border-rule border-b pb-6">
      <legend className="mb-2 font-semibold">{t("prizes.line", { line })}</legend>
      <div className="grid gap-4 sm:grid-cols-6">
        <Input
          {...of("rank")}
          inputMode="numeric"
          label={t("prizes.rank")}
          hint={line === 1 ? t("prizes.rankHint") : undefined}
        />
        <Input {...of("count")} inputMode="numeric" placeholder="1" label={t("prizes.count")} />
        <Input {...of("points")} inputMode="numeric" placeholder="0" label={t("prizes.points")} />
        {page.brackets.length > 0 && (
          <div className="sm:col-span-3">
            <Select
              {...of("bracket")}
              label={t("prizes.bracket")}
              options={[
                { value: "", label: t("prizes.bracket.all") },
                ...page.brackets.map(({ key, name }) => ({
                  value: key,
                  label: inLanguage(locale, name),
                })),
              ]}
            />
          </div>
        )}
        <div className="sm:col-span-3">
          <Input {...of("titleEn")} maxLength={80} label={t("prizes.titleEn")} />
        </div>
        <div className="sm:col-span-3">
          <Input {...of("titleZh")} maxLength={80} label={t("prizes.titleZh")} />
        </div>
        <div className="sm:col-span-6">
          <Select
            {...of("variant")}
            label={t("prizes.variant")}
            options={[
              { value: "", label: t("prizes.variant.none") },
              ...page.gifts.map(({ variantId, en, zh, free }) => ({
                value: String(variantId),
                label: t("prizes.variant.free", {
                  gift: inLanguage(locale, { en, zh }),
                  free: points(free),
                }),
              })),
            ]}
          />
        </div>
      </div>
    </fieldset>
  );
}
