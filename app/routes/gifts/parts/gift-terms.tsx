import { useT } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";

/** The small print that holds for whoever takes the gift now, with its version. */
export function GiftTerms({ terms }: { terms: { version: number; body: string } }) {
  const t = useT();
  return (
    <Section id="terms" title={t("gifts.terms", { version: terms.version })}>
      <p className="max-w-prose break-words whitespace-pre-line text-ink-soft">{terms.body}</p>
    </Section>
  );
}
