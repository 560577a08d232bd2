import { Form, Link, useNavigation } from "@remix-run/react";
import type { EventBracket } from "#app/modules/events/plan.ts";
import type { JudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { missingNumbers, type ScoredState, scoredState } from "./scored.ts";

const tones = {
  scored: "ok",
  replaced: "warn",
  half: "warn",
  open: "plain",
  own: "plain",
} as const;

interface JudgeOverviewProps {
  sheet: JudgeSheet;
  token: string;
  brackets: readonly EventBracket[];
  waiting: number;
}

/** All entries as small pictures with how far each is, what is missing by number, and the end. */
export function JudgeOverview({ sheet, token, brackets, waiting }: JudgeOverviewProps) {
  const { t, locale } = useWords();
  const isBusy = useNavigation().state !== "idle";
  const missing = missingNumbers(sheet);
  const groups = [...new Set(sheet.entries.map(({ bracket }) => bracket))];
  const nameOf = (key: string | null) =>
    inLanguage(locale, brackets.find((each) => each.key === key)?.name ?? sheet.title);
  return (
    <>
      <p className="mb-4 max-w-prose">
        {missing.length > 0
          ? t("judging.missing", { numbers: missing.join(", ") })
          : t("judging.missing.none")}
      </p>
      {groups.map((group) => (
        <section key={group} aria-label={nameOf(group)} className="mb-6">
          <h2 className="mb-2">{nameOf(group)}</h2>
          <ul className="grid grid-cols-2 gap-3 min-[40rem]:grid-cols-4 min-[56rem]:grid-cols-6">
            {sheet.entries
              .filter(({ bracket }) => bracket === group)
              .map((entry) => (
                <li key={entry.id}>
                  <Link
                    to={`?entry=${entry.number}`}
                    className="block rounded-md border border-rule bg-sheet p-2 text-ink no-underline hover:border-accent"
                  >
                    {entry.pictures[0] !== undefined && (
                      <img
                        src={`/judge/${token}/pictures/${entry.pictures[0]}/small`}
                        alt=""
                        loading="lazy"
                        className="mb-2 aspect-[4/3] w-full rounded-sm bg-well object-contain"
                      />
                    )}
                    <span className="flex flex-wrap items-center justify-between gap-1">
                      <span className="font-semibold">
                        {t("judging.entry", { number: entry.number })}
                      </span>
                      <StateBadge state={scoredState(sheet.criteria, entry)} />
                    </span>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {sheet.isDone && missing.length === 0 ? (
        <Form method="post" className="mb-8">
          <Notice
            tone="ok"
            action={
              <Button name="intent" value="not-done" look="quiet">
                {t("judging.done.notYet")}
              </Button>
            }
          >
            {t("judging.done.said")}
          </Notice>
        </Form>
      ) : (
        <Form method="post" className="mb-8">
          <Button name="intent" value="done" pending={isBusy} disabled={waiting > 0}>
            {t("judging.done")}
          </Button>
        </Form>
      )}
    </>
  );
}

function StateBadge({ state }: { state: ScoredState }) {
  const { t } = useWords();
  return <Badge tone={tones[state]}>{t(`judging.state.${state}`)}</Badge>;
}
