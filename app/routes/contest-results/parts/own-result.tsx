import { Form } from "@remix-run/react";
import type { OwnResult } from "#app/modules/contest-results/load-own-results.server.ts";
import { shortName } from "#app/modules/contest-results/short-name.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** How one of a family did: the place, what was won, what the judges wrote, and whether the name is public. */
export function OwnResultView({ result }: { result: OwnResult }) {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  const { name, number, contest, group, rank, of, toBringBack, corrected } = result;
  const where = [inLanguage(locale, contest), inLanguage(locale, group)].filter(Boolean);
  return (
    <>
      <h2 className="text-lg">
        <bdi>{name}</bdi>
      </h2>
      <p className="text-ink-soft">{where.join(" · ")}</p>
      <p className="mt-3 flex flex-wrap gap-x-4">
        <strong>{t("results.mine.place", { rank, of })}</strong>
        <span className="text-ink-soft">{t("results.mine.number", { number })}</span>
      </p>
      {result.prize && <Won prize={result.prize} />}
      {toBringBack && (
        <div className="mt-3">
          <Notice tone="warn" announce={false}>
            {t("results.mine.bringBack", { prize: inLanguage(locale, toBringBack) })}
          </Notice>
        </div>
      )}
      {result.comments.length > 0 && (
        <div className="mt-4">
          <p className="caption">{t("results.mine.comments")}</p>
          <ul className="mt-1 grid gap-2">
            {result.comments.map((comment) => (
              <li key={comment} className="border-rule border-l-2 pl-3 whitespace-pre-line">
                <bdi>{comment}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {corrected && (
        <p className="mt-3 text-[0.9375rem] text-ink-soft">
          {t("results.corrected", { moment: moment(corrected.at) })}:{" "}
          <bdi>{inLanguage(locale, corrected.reason)}</bdi>
        </p>
      )}
      <Named result={result} />
    </>
  );
}

function Won({ prize }: { prize: NonNullable<OwnResult["prize"]> }) {
  const { t, locale } = useWords();
  const { points } = useFigures();
  const title = inLanguage(locale, prize.title);
  return (
    <div className="mt-3">
      <Notice
        tone="ok"
        announce={false}
        title={prize.rank === null ? title : t("results.prizeOf", { prize: prize.rank, title })}
      >
        {prize.points > 0 && (
          <span className="block">
            {t("results.mine.points", { points: points(prize.points) })}
          </span>
        )}
        {prize.noPoints && <span className="block">{t("results.mine.noPoints")}</span>}
        {t(`results.mine.${keptFor(prize)}`)}
      </Notice>
    </div>
  );
}

function keptFor({ isHandedOver, isGivenUp }: NonNullable<OwnResult["prize"]>) {
  if (isHandedOver) return "handedOver";
  return isGivenUp ? "givenUp" : "collect";
}

function Named({ result }: { result: OwnResult }) {
  const { t } = useWords();
  const { entryId, name, isNamed } = result;
  return (
    <Form method="post" className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-0 flex-1 basis-64 text-[0.9375rem]">
        {isNamed ? t("results.mine.named", { name: shortName(name) }) : t("results.mine.unnamed")}{" "}
        <span className="text-ink-soft">{t("results.mine.consents")}</span>
      </p>
      <input type="hidden" name="entry" value={entryId} />
      <Button name="named" value={isNamed ? "no" : "yes"} look="quiet">
        {t(isNamed ? "results.mine.hide" : "results.mine.show")}
      </Button>
    </Form>
  );
}
