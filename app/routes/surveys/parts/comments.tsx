import type { Comment } from "#app/modules/surveys/load-comments.server.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";

interface CommentsProps {
  /** The page that they are on. */
  at: string;
  comments: readonly Comment[];
  next: number | null;
  isFirst: boolean;
  question: InBoth;
}

/** What was written about an event, of whom it may be said with their names. */
export function Comments({ at, comments, next, isFirst, question }: CommentsProps) {
  const { t, locale } = useWords();
  return (
    <Section id="comments" title={t("surveyResults.comments")}>
      {comments.length === 0 && <p className="text-ink-soft">{t("surveyResults.comments.none")}</p>}
      <ul className="border-t border-rule empty:hidden">
        {comments.map(({ id, words, ownWords, name, score }) => (
          <li key={id} className="border-b border-rule py-3">
            {words && <p className="[overflow-wrap:anywhere] whitespace-pre-line">{words}</p>}
            {ownWords && (
              <p className="mt-1 [overflow-wrap:anywhere] whitespace-pre-line">
                <span className="text-ink-soft">
                  {inLanguage(locale, question) || t("surveyResults.toOwn")}{" "}
                </span>
                {ownWords}
              </p>
            )}
            <p className="mt-1 flex flex-wrap items-center gap-2 text-[0.9375rem] text-ink-soft">
              {name ? <bdi>{name}</bdi> : t("surveyResults.unnamed")}
              {score && <Badge>{t(`surveys.score.${score}`)}</Badge>}
            </p>
          </li>
        ))}
      </ul>
      <Pager
        label={t("surveyResults.comments.pages")}
        newer={isFirst ? undefined : { to: at, label: t("surveyResults.comments.first") }}
        older={
          next ? { to: `${at}?before=${next}`, label: t("surveyResults.comments.more") } : undefined
        }
      />
    </Section>
  );
}
