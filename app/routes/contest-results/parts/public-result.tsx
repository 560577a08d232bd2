import { Link } from "@remix-run/react";
import type {
  PublicPlace,
  PublicResult,
} from "#app/modules/contest-results/load-public-results.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { HowDecided } from "./how-decided.tsx";

/** A contest's result: who won what in each age group, how it was decided, and what was corrected. */
export function PublicResultView({ slug, result }: { slug: string; result: PublicResult }) {
  const { t, locale } = useWords();
  const { contestId, title, groups, versions, shown } = result;
  const isLatest = shown === versions.length;
  return (
    <Section id={`contest-${contestId}`} title={inLanguage(locale, title)} className="mt-10">
      {!isLatest && (
        <Notice tone="warn" announce={false}>
          {t("results.earlier", { version: shown })}{" "}
          <Link to={`/events/${slug}/results#contest-${contestId}`}>{t("results.latest")}</Link>
        </Notice>
      )}
      <Corrections slug={slug} result={result} />
      {groups.map(({ group, places }) => (
        <Group
          key={group.en + group.zh}
          title={inLanguage(locale, group) || inLanguage(locale, title)}
          isNamed={inLanguage(locale, group) !== ""}
          places={places}
        />
      ))}
      <HowDecided result={result} />
    </Section>
  );
}

/** Every version with when it was published, and of each that corrected one why. */
function Corrections({ slug, result }: { slug: string; result: PublicResult }) {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  const { contestId, versions, shown } = result;
  return (
    <ul className="my-3 grid gap-1.5 text-[0.9375rem] text-ink-soft">
      {versions.toReversed().map(({ version, at, reason }) => (
        <li key={version}>
          {t(reason ? "results.corrected" : "results.published", { moment: moment(at) })}
          {reason && (
            <>
              {": "}
              <bdi className="text-ink">{inLanguage(locale, reason)}</bdi>
            </>
          )}
          {versions.length > 1 && version !== shown && (
            <>
              {" · "}
              <Link
                to={`/events/${slug}/results?contest=${contestId}&version=${version}#contest-${contestId}`}
              >
                {t("results.version", { version })}
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

interface GroupProps {
  title: string;
  /** Whether it is an age group, which has a heading of its own. */
  isNamed: boolean;
  places: PublicPlace[];
}

function Group({ title, isNamed, places }: GroupProps) {
  const t = useT();
  const won = places.filter(({ prize }) => prize !== null);
  return (
    <div className="mt-6">
      {isNamed && <h3 className="mb-2 text-lg">{title}</h3>}
      {won.length > 0 && <Places caption={title} places={won} />}
      {places.length > won.length && (
        <div className="mt-3">
          <Disclosure
            summary={t("results.others", { count: places.length })}
            open={won.length === 0}
          >
            <Places caption={t("results.others", { count: places.length })} places={places} />
          </Disclosure>
        </div>
      )}
    </div>
  );
}

function Places({ caption, places }: { caption: string; places: PublicPlace[] }) {
  const { t, locale } = useWords();
  const columns: Column<PublicPlace>[] = [
    {
      key: "place",
      head: t("results.place"),
      cell: ({ rank, settledBy }) => (
        <>
          <span className="figure">{rank}</span>
          {settledBy && (
            <span className="ml-2 font-normal text-ink-soft">
              {t(settledBy === "draw" ? "results.settled.draw" : "results.settled.closer")}
            </span>
          )}
        </>
      ),
    },
    {
      key: "number",
      head: t("results.number"),
      cell: ({ number, name }) => (
        <>
          <span className="figure">{number}</span>
          {name && <bdi className="ml-2 text-ink-soft">{name}</bdi>}
        </>
      ),
    },
    {
      key: "won",
      head: t("results.won"),
      cell: ({ prize }) => {
        if (!prize) return "—";
        const title = inLanguage(locale, prize.title);
        return prize.rank === null ? title : t("results.prizeOf", { prize: prize.rank, title });
      },
    },
  ];
  return (
    <Table caption={caption} columns={columns} rows={places} rowKey={({ number }) => number} />
  );
}
