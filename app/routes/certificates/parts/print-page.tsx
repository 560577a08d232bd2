import { Link } from "@remix-run/react";
import { LOCALES, type Locale } from "#app/platform/words/locale.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { ButtonLink, PrintButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { CertificateSheet, type SheetProps } from "./certificate-sheet.tsx";

type PrintPageProps = Omit<SheetProps, "qrLabel" | "logo"> & {
  back: { to: string; label: string };
  /** Where its PDF is; null where it cannot be set in one. */
  pdf: string | null;
  languages: readonly Locale[];
};

/** A certificate to print, with the way to its PDF and to its other language. */
export function PrintPage({ back, pdf, languages, ...sheet }: PrintPageProps) {
  const t = useT();
  const { logo } = useClub();
  const others = LOCALES.filter(
    (locale) => languages.includes(locale) && locale !== sheet.words.locale,
  );
  return (
    <>
      <div className="print:hidden">
        <BackLink to={back.to}>{back.label}</BackLink>
        <PageHeader
          title={<bdi>{sheet.words.name}</bdi>}
          lead={sheet.words.title}
          actions={
            <>
              <PrintButton>{t("certificates.print")}</PrintButton>
              {pdf && (
                <ButtonLink to={pdf} look="quiet" reloadDocument>
                  {t("certificates.pdf")}
                </ButtonLink>
              )}
            </>
          }
        />
        {!pdf && <Notice tone="info">{t("certificates.onlyPage")}</Notice>}
        {others.map((locale) => (
          <p key={locale} className="mb-4">
            <Link to={`?in=${locale}`}>
              {t(locale === "en" ? "certificates.inEnglish" : "certificates.inChinese")}
            </Link>
          </p>
        ))}
      </div>
      <CertificateSheet {...sheet} logo={logo} qrLabel={t("certificates.sheet.qr")} />
    </>
  );
}
