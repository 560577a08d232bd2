import type { PublicDraw } from "#app/modules/draws/load-public-draw.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";

/** What was published before the draw, and cannot be changed since. */
export function DrawSeal({ draw }: { draw: PublicDraw }) {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  const { value, published, commitment } = draw;
  return (
    <Section id="sealed" title={t("draws.sealed")}>
      <p className="mb-3 max-w-prose text-ink-soft">
        {t("draws.sealed.since", { moment: moment(draw.frozenAt) })}
      </p>
      <dl className="grid gap-4">
        <Sealed label={t("draws.fingerprint")} code={draw.fingerprint} />
        {commitment && <Sealed label={t("draws.commitment")} code={commitment} />}
        {value && (
          <div>
            <dt className="caption">{t("draws.value")}</dt>
            <dd>
              {inLanguage(locale, value.name)}{" "}
              <span className="text-ink-soft">
                {t("draws.value.due", { moment: moment(value.knownAt) })}
              </span>
              <br />
              <a href={value.source} rel="noreferrer">
                {t("draws.value.source")}
              </a>
              {draw.state === "frozen" && (
                <p className="mt-1 text-[0.9375rem] text-ink-soft">{t("draws.value.late")}</p>
              )}
            </dd>
          </div>
        )}
        {published && (
          <>
            <Sealed label={t("draws.value.was")} code={published.value} />
            <Sealed label={t("draws.seed")} code={published.seed} />
          </>
        )}
        {!value && (
          <div>
            <dt className="caption">{t("draws.pickedBy")}</dt>
            <dd>
              {inLanguage(locale, draw.pickedBy)}
              <p className="mt-1 max-w-prose text-[0.9375rem] text-ink-soft">
                {t("draws.pickedBy.means")}
              </p>
            </dd>
          </div>
        )}
      </dl>
      {!value && (
        <p className="mt-4">
          <a href={`/draws/${draw.slug}/list.txt`} download>
            {t("draws.list")}
          </a>
        </p>
      )}
    </Section>
  );
}

/** A long code, and what it is. */
export function Sealed({ label, code }: { label: string; code: string }) {
  return (
    <div>
      <dt className="caption">{label}</dt>
      <dd className="font-mono text-[0.875rem] break-all">{code}</dd>
    </div>
  );
}
