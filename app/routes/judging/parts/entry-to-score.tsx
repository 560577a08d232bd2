import { Form, useNavigate } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import type { EventBracket } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { EntryPictures } from "./entry-pictures.tsx";
import { ScoreRow } from "./score-row.tsx";
import type { Judging } from "./use-judging.ts";

interface EntryToScoreProps {
  at: number;
  token: string;
  brackets: readonly EventBracket[];
  judging: Judging;
}

/** One entry: its picture large, a row of ten for each criterion, and the way to the next. */
export function EntryToScore({ at, token, brackets, judging }: EntryToScoreProps) {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  /** Given by keys on this picture, which are pressed faster than a page is drawn. */
  const keyed = useRef<Record<string, number>>({});
  const { sheet, give, isReady } = judging;
  const { criteria, entries } = sheet;
  const entry = entries[at];
  const next = entries[at + 1];
  const onward = next ? `?entry=${next.number}` : "?";
  const isKeyed = isReady && !entry?.isOwn;
  useEffect(() => {
    if (!isKeyed || !entry) return;
    const onKey = (event: KeyboardEvent) => {
      const value = digitOf(event);
      const row =
        value && rowToScore(form.current, criteria, { ...entry.values, ...keyed.current });
      if (!value || !row) return;
      event.preventDefault();
      keyed.current[row] = value;
      give(entry.id, { criterion: row, value });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isKeyed, entry, criteria, give]);
  if (!entry) return null;
  const sum = criteria.reduce((all, { weight }) => all + weight, 0);
  const bracket = brackets.find(({ key }) => key === entry.bracket);
  const onSubmit = (event: FormEvent) => {
    if (!isReady) return;
    event.preventDefault();
    navigate(onward);
  };
  const onHolds = (event: FormEvent) => {
    if (!isReady) return;
    event.preventDefault();
    for (const [criterion, value] of Object.entries(entry.values)) {
      give(entry.id, { criterion, value });
    }
  };
  return (
    <div className="grid gap-6 min-[52rem]:grid-cols-[minmax(0,1fr)_24rem]">
      <div>
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2>{t("judging.entry", { number: entry.number })}</h2>
          <p className="text-ink-soft">
            {bracket && `${inLanguage(locale, bracket.name)} · `}
            {t("judging.place", { at: at + 1, all: entries.length })}
          </p>
        </div>
        <EntryPictures token={token} entry={entry} />
        {next?.pictures[0] !== undefined && (
          <link
            rel="prefetch"
            as="image"
            href={`/judge/${token}/pictures/${next.pictures[0]}/large`}
          />
        )}
      </div>
      <div>
        {entry.isReplaced && !entry.isOwn && (
          <div className="mb-4">
            <Notice tone="warn" title={t("judging.replaced")} announce={false}>
              <p className="mb-3">{t("judging.replaced.what")}</p>
              <Form method="post" onSubmit={onHolds}>
                <input type="hidden" name="entry" value={entry.id} />
                <Button name="intent" value="holds" look="quiet">
                  {t("judging.replaced.holds")}
                </Button>
              </Form>
            </Notice>
          </div>
        )}
        {entry.isOwn ? (
          <p className="mb-4 font-semibold">{t("judging.own.said")}</p>
        ) : (
          <Form method="post" ref={form} onSubmit={onSubmit} className="grid gap-4">
            <input type="hidden" name="entry" value={entry.id} />
            {criteria.map((criterion) => (
              <ScoreRow
                key={criterion.key}
                criterion={criterion}
                sum={sum}
                value={entry.values[criterion.key]}
                onGive={
                  isReady ? (value) => give(entry.id, { criterion: criterion.key, value }) : null
                }
              />
            ))}
            <Disclosure summary={t("judging.comment")} open={entry.comment !== ""}>
              <Textarea
                id="comment"
                name="comment"
                rows={2}
                maxLength={1_000}
                label={t("judging.comment")}
                hint={t("judging.comment.hint")}
                defaultValue={entry.comment}
                onBlur={({ currentTarget }) => {
                  const comment = currentTarget.value.trim();
                  if (isReady && comment !== entry.comment) give(entry.id, { comment });
                }}
              />
            </Disclosure>
            <Button name="intent" value="score" wide>
              {isReady ? t(next ? "judging.next" : "judging.all") : t("judging.save")}
            </Button>
          </Form>
        )}
        <div className="mt-3 flex flex-wrap gap-3">
          {at > 0 && (
            <ButtonLink look="quiet" to={`?entry=${entries[at - 1]?.number}`}>
              {t("judging.previous")}
            </ButtonLink>
          )}
          {entry.isOwn && next && <ButtonLink to={onward}>{t("judging.next")}</ButtonLink>}
          <ButtonLink look="quiet" to="?">
            {t("judging.all")}
          </ButtonLink>
        </div>
        {!entry.isOwn && (
          <>
            <p className="mt-3 hidden text-[0.9375rem] text-ink-soft min-[52rem]:block">
              {t("judging.keys")}
            </p>
            <Disclosure summary={t("judging.own")}>
              <p className="mb-3">{t("judging.own.what")}</p>
              <Form method="post">
                <input type="hidden" name="entry" value={entry.id} />
                <Button name="intent" value="own" look="quiet">
                  {t("judging.own.yes")}
                </Button>
              </Form>
            </Disclosure>
          </>
        )}
      </div>
    </div>
  );
}

/** The value that a key gives, where nothing is being typed: 1 to 9, and 0 for a ten. */
function digitOf({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): number | null {
  if (ctrlKey || metaKey || altKey || !/^\d$/.test(key)) return null;
  const isTyping =
    target instanceof HTMLElement && target.matches("textarea, input:not([type=radio])");
  return isTyping ? null : Number(key) || 10;
}

/** The criterion that a key is for: the one in which the keyboard is, or the first that has no value. */
function rowToScore(
  form: HTMLFormElement | null,
  criteria: readonly { key: string }[],
  values: Readonly<Record<string, number>>,
): string | null {
  const focused = document.activeElement;
  if (form?.contains(focused) && focused instanceof HTMLInputElement) {
    return focused.name.replace(/^value-/, "");
  }
  return criteria.find(({ key }) => values[key] === undefined)?.key ?? null;
}
