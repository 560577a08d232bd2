import { useT } from "#app/platform/words/words.tsx";
import { CarIcon, GiftIcon, KeyIcon, PersonIcon, QrIcon } from "#app/ui/icons.tsx";
import { Section } from "#app/ui/page.tsx";
import { KeyHelp } from "./key-help.tsx";

/** What the search box understands, for whoever has not learnt it yet. */
export function SearchHints() {
  const t = useT();
  const hints = [
    { about: "card", icon: <QrIcon /> },
    { about: "gift", icon: <GiftIcon /> },
    { about: "plate", icon: <CarIcon /> },
    { about: "phone", icon: <PersonIcon /> },
    { about: "vin", icon: <KeyIcon /> },
    { about: "name", icon: <PersonIcon /> },
  ] as const;
  return (
    <Section id="search-how" title={t("staff.search.how")} className="max-w-2xl">
      <ul className="border-t border-rule">
        {hints.map(({ about, icon }) => (
          <li key={about} className="flex gap-3 border-b border-rule py-2">
            <span className="flex-none text-ink-soft">{icon}</span>
            {t(`staff.search.how.${about}`)}
          </li>
        ))}
      </ul>
      <KeyHelp />
    </Section>
  );
}
