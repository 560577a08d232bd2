import type { ConsentingChild } from "#app/modules/child-consents/child-consent.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { ChildConsents } from "./child-consents.tsx";

interface OwnConsentsProps {
  party: number;
  of: ConsentingChild[];
  isKept: boolean;
}

/** What a guardian agrees to for each child, before the event and ever after. */
export function OwnConsents({ party, of, isKept }: OwnConsentsProps) {
  const t = useT();
  if (of.length === 0) return null;
  return (
    <Section id="consents" title={t("registrations.consents.title")}>
      {isKept && <Notice tone="ok">{t("registrations.consents.kept")}</Notice>}
      <p className="mb-3 max-w-prose text-ink-soft">{t("registrations.consents.lead")}</p>
      <ChildConsents party={party} of={of} />
    </Section>
  );
}
