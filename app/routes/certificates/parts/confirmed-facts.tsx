import type { Confirmed } from "#app/modules/certificates/confirm-certificate.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";

type ConfirmedFactsProps = {
  confirmed: Pick<Confirmed, "state" | "name"> & {
    startsAt: Date | string;
    issuedAt: Date | string;
    endedAt: Date | string | null;
  };
  event: string;
  says: string;
};

/** What the club says of a certificate: whether it holds, and what is to stand on it. */
export function ConfirmedFacts({ confirmed, event, says }: ConfirmedFactsProps) {
  const t = useT();
  const { day } = useFigures();
  const { state, name, startsAt, issuedAt, endedAt } = confirmed;
  const holds = state === "valid";
  // Whoever was erased is issued no new one.
  const said = state === "corrected" && name === null ? "corrected.nameless" : state;
  return (
    <>
      <div className="mb-6">
        <Notice tone={holds ? "ok" : "refusal"}>
          {t(`certificates.confirm.${said}`, { day: endedAt ? day(endedAt) : "" })}
        </Notice>
      </div>
      <KeyValue
        facts={[
          {
            label: t("certificates.confirm.name"),
            value: name === null ? t("certificates.confirm.nameless") : <bdi>{name}</bdi>,
          },
          { label: t("certificates.confirm.for"), value: says },
          { label: t("certificates.confirm.event"), value: `${event} · ${day(startsAt)}` },
          { label: t("certificates.confirm.issued"), value: day(issuedAt) },
        ]}
      />
      {name !== null && (
        <p className="mt-3 text-[0.9375rem] text-ink-soft">{t("certificates.confirm.name.hint")}</p>
      )}
    </>
  );
}
