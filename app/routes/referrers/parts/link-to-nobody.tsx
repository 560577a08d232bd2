import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page.tsx";

/** Of a link that is cut off, or whose referrer has left. */
export function LinkToNobody() {
  const t = useT();
  return (
    <>
      <PageHeader title={t("referrers.public.none")} lead={t("referrers.public.noneWhat")} />
      <ButtonLink to="/about/contact">{t("referrers.public.contact")}</ButtonLink>
    </>
  );
}
