import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Sheet } from "#app/ui/page.tsx";

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useT();
  return (
    <>
      <PageHeader title={t("recovery.title")} lead={t("recovery.lead")} />
      <div className="mb-6">
        <Notice tone="warn">{t("recovery.once")}</Notice>
      </div>
      <Sheet>
        <ul className="grid grid-cols-2 gap-x-6 gap-y-2 font-mono text-lg" translate="no">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </Sheet>
      <ButtonLink to="/security" className="mt-6">
        {t("recovery.kept")}
      </ButtonLink>
    </>
  );
}
