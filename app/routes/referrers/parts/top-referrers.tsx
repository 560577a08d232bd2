import type { ReferrerList } from "#app/modules/lead-figures/load-listed-referrers.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";

/** Who recommended most this year, of those who agreed to be named; nothing while there is nobody. */
export function TopReferrers({ list }: { list: ReferrerList }) {
  const t = useT();
  const { year, referrers } = list;
  if (referrers.length === 0) return null;
  return (
    <Section id="top-referrers" title={t("referrers.top", { year })}>
      <ol className="grid max-w-prose">
        {referrers.map(({ name, friends }, place) => (
          <li
            // Two may have one first name: the place is what tells them apart.
            key={`${place} ${name}`}
            className="flex items-baseline justify-between gap-4 border-b border-rule py-2"
          >
            <bdi className="min-w-0 break-words">{name}</bdi>
            <span className="whitespace-nowrap text-ink-soft">
              {t("referrers.top.friends", { count: friends })}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-2 max-w-prose text-[0.9375rem] text-ink-soft">{t("referrers.top.what")}</p>
    </Section>
  );
}
