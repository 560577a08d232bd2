import { useT } from "#app/platform/words/words.tsx";

const KEYS = [
  { keys: ["/"], does: "desk.keys.search" },
  { keys: ["↓", "↑"], does: "desk.keys.results" },
  { keys: ["Enter"], does: "desk.keys.open" },
  { keys: ["Esc"], does: "desk.keys.clear" },
] as const;

/** The keys by which everything at the desk is reached without a mouse. */
export function KeyHelp() {
  const t = useT();
  return (
    <ul
      aria-label={t("desk.keys")}
      className="mt-4 hidden flex-wrap gap-x-5 gap-y-1.5 text-ink-soft min-[44rem]:flex"
    >
      {KEYS.map(({ keys, does }) => (
        <li key={does} className="flex items-center gap-1.5">
          {keys.map((key) => (
            <kbd
              key={key}
              className="rounded-sm border border-rule px-1.5 text-[0.8125rem] leading-5"
            >
              {key}
            </kbd>
          ))}
          {t(does)}
        </li>
      ))}
    </ul>
  );
}
