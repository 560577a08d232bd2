import { Link } from "@remix-run/react";
import type { ShownContest } from "#app/modules/contests/load-contests.server.ts";
import type { Enterable, KeptEntry } from "#app/modules/contests/load-entries.server.ts";
import type { EventBracket } from "#app/modules/events/plan.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { EventPlaces } from "#app/site/event-places.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { CallOff, DraftActs, RunningActs } from "./contest-acts.tsx";
import { ContestFacts } from "./contest-facts.tsx";
import type { ContestDone, ContestRefusal } from "./contest-news.ts";
import { ContestBadge } from "./contest-state.tsx";
import { EntryTable } from "./entry-table.tsx";

interface KeptContestPageProps {
  event: { id: number; slug: string; title: InBoth; brackets: EventBracket[] };
  contest: ShownContest;
  entries: KeptEntry[];
  /** The last number of this page, where more follow. */
  next: number | null;
  isFirst: boolean;
  /** Only entries that wait for something. */
  isWaiting: boolean;
  people: Enterable[];
  /** The entry that is said to be another's. */
  whose: number;
  mayKeep: boolean;
  done: ContestDone | null;
  refused: ContestRefusal | null;
  answer: { form: FormReply; refusal: ContestRefusal | null; number: number } | undefined;
}

/** What the ranking that is public does not know of yet. */
const CHANGING: ReadonlySet<ContestDone> = new Set([
  "assigned",
  "withdrawn",
  "restored",
  "attempt-added",
  "taken-back",
]);

/** A contest as staff see it. */
export function KeptContestPage(props: KeptContestPageProps) {
  const { event, contest, mayKeep, done, answer } = props;
  const { t, locale } = useWords();
  const list = `/admin/events/${event.id}/contests`;
  const page = `${list}/${contest.id}`;
  const { state } = contest;
  const isRunning = state === "open" || state === "closed";
  const refusal = answer ? answer.refusal : props.refused;
  return (
    <>
      <EventPlaces eventId={event.id} />
      <BackLink to={list}>{t("contestKeeping.title")}</BackLink>
      <PageHeader
        title={inLanguage(locale, contest.title)}
        lead={<ContestBadge state={state} />}
        actions={
          state !== "draft" && (
            <>
              {state === "open" && (
                <ButtonLink to={`${page}/entries`}>{t("contestKeeping.takeEntries")}</ButtonLink>
              )}
              {mayKeep && (
                <ButtonLink to={`${page}/results`} look="quiet">
                  {t("resultKeeping.title")}
                </ButtonLink>
              )}
              <ButtonLink to={`${page}/numbers`} look="quiet">
                {t("contestKeeping.numbers")}
              </ButtonLink>
              {mayKeep && contest.terms.kind === "pictures" && (
                <ButtonLink to={`${page}/judges`} look="quiet">
                  {t("judging.judges.title")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {done && !answer && <Notice tone="ok">{t(`contestKeeping.done.${done}`)}</Notice>}
        {done && CHANGING.has(done) && state === "published" && (
          <Notice
            tone="warn"
            action={<Link to={`${page}/results`}>{t("contestKeeping.outOfDate.correct")}</Link>}
          >
            {t("contestKeeping.outOfDate")}
          </Notice>
        )}
        {refusal && (
          <Notice tone="refusal">
            {t(`contestKeeping.refused.${refusal}`, { number: answer?.number ?? 0 })}
          </Notice>
        )}
        {answer && !answer.refusal && (
          <Notice tone="refusal">{t("contestKeeping.refused.form")}</Notice>
        )}
        {contest.calledOff && (
          <Notice tone="warn" title={t("contestKeeping.calledOff")} announce={false}>
            {inLanguage(locale, contest.calledOff)}
          </Notice>
        )}
      </div>
      {mayKeep && state === "draft" && <DraftActs contest={contest} page={page} />}
      {mayKeep && isRunning && <RunningActs contest={contest} page={page} />}
      <ContestFacts contest={contest} brackets={event.brackets} />
      {state !== "draft" && <Entries {...props} page={page} />}
      {mayKeep && isRunning && <CallOff reply={answer?.form} />}
    </>
  );
}

function Entries(props: KeptContestPageProps & { page: string }) {
  const { event, contest, entries, people, whose, mayKeep, answer } = props;
  const { next, isFirst, isWaiting, page } = props;
  const { t } = useWords();
  const filter = isWaiting ? "waiting=yes" : "";
  return (
    <Section id="entries" title={t("contestKeeping.entries")}>
      {(isWaiting || contest.unsettled.length > 0) && (
        <FilterChips
          label={t("contestKeeping.filter")}
          choices={[
            { to: page, label: t("contestKeeping.filter.all"), current: !isWaiting },
            {
              to: `${page}?waiting=yes`,
              label: t("contestKeeping.filter.waiting", { count: contest.unsettled.length }),
              current: isWaiting,
            },
          ]}
        />
      )}
      {entries.length === 0 ? (
        <p className="text-ink-soft">{t("contestKeeping.entries.none")}</p>
      ) : (
        <EntryTable
          contest={contest}
          entries={entries}
          brackets={event.brackets}
          people={people}
          whose={whose}
          mayKeep={mayKeep}
          typed={answer?.form}
        />
      )}
      <Pager
        label={t("contestKeeping.entries.pages")}
        newer={
          isFirst
            ? undefined
            : { to: `${page}?${filter}`, label: t("contestKeeping.entries.first") }
        }
        older={
          next === null
            ? undefined
            : { to: `${page}?${filter}&after=${next}`, label: t("contestKeeping.entries.more") }
        }
      />
    </Section>
  );
}
