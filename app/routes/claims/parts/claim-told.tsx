import type { OwnClaimPage } from "#app/modules/claims/load-own-claims.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Fact, KeyValue } from "#app/ui/key-value.tsx";

/** What a member said about the visit they miss, and the photo they sent. */
export function ClaimTold({ claim }: { claim: OwnClaimPage }) {
  const t = useT();
  const figures = useFigures();
  const facts: Fact[] = [];
  const add = (label: string, value: string | null) => {
    if (value !== null) facts.push({ label, value });
  };
  add(t("claims.field.orderNumber"), claim.orderNumber);
  add(t("claims.field.visitedOn"), claim.visitedOn && figures.calendarDay(claim.visitedOn));
  add(t("claims.field.store"), claim.store && inLanguage(t.locale, claim.store));
  return (
    <>
      <KeyValue facts={facts} />
      {claim.note && <p className="mt-4 break-words whitespace-pre-line">{claim.note}</p>}
      {claim.hasPhoto && <ClaimPhoto src={`/my/claims/${claim.id}/photo`} />}
    </>
  );
}

/** The photo of an invoice, small; it opens in full. */
export function ClaimPhoto({ src }: { src: string }) {
  const t = useT();
  return (
    <p className="mt-4">
      <a href={src} target="_blank" rel="noreferrer" className="inline-block">
        <img
          src={src}
          alt={t("claims.photo.alt")}
          className="max-h-96 max-w-full rounded-sm border border-rule"
        />
        <span className="mt-1 block text-accent underline">{t("claims.photo.open")}</span>
      </a>
    </p>
  );
}
