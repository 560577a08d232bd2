import { Link } from "@remix-run/react";
import type {
  PublicPlace,
  PublicResult,
} from "#app/modules/contest-results/load-public-results.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
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
  const { contestId, title, terms, groups, versions, shown } = result;
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
          terms={terms}
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
  terms: PublicResult["terms"];
}

function Group({ title, isNamed, places, terms }: GroupProps) {
  const t = useT();
  const won = places.filter(({ prize }) => prize !== null);
  return (
    <div className="mt-6">
      {isNamed && <h3 className="mb-2 text-lg">{title}</h3>}
      {won.length > 0 && <Places caption={title} places={won} terms={terms} />}
      {places.length > won.length && (
        <div className="mt-3">
          <Disclosure
            summary={t("results.others", { count: places.length })}
            open={won.length === 0}
          >
            <Places
              caption={t("results.others", { count: places.length })}
              places={places}
              terms={terms}
            />
          </Disclosure>
        </div>
      )}
    </div>
  );
}

interface PlacesProps extends Pick<GroupProps, "places" | "terms"> {
  caption: string;
}

function Places({ caption, places, terms }: PlacesProps) {
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
              {settledWords(t, settledBy, terms)}
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

/** What settled a place among those that were level: by name the criterion, as the judges have it. */
function settledWords(t: Translate, settledBy: string, terms: PublicResult["terms"]): string {
  const [how, key] = settledBy.split(":");
  if (how === "draw" || how === "attempt") return t(`results.settled.${how}`);
  const criterion =
    terms.kind === "pictures" ? terms.criteria.find((each) => each.key === key) : undefined;
  if (how !== "criterion" || !criterion) return t("results.settled.raw");
  return t("results.settled.criterion", { name: inLanguage(t.locale, criterion.name) });
}
