import { ButtonLink } from "./button.tsx";
import { ChevronLeftIcon, ChevronRightIcon } from "./icons.tsx";

interface PagerProps {
  /** What is paged through ("Statement pages"). */
  label: string;
  newer?: { to: string; label: string };
  older?: { to: string; label: string };
}

/** Keyset pages: only ever the next ones either way. Draws nothing when there is only one page. */
export function Pager({ label, newer, older }: PagerProps) {
  if (!newer && !older) return null;
  return (
    <nav aria-label={label} className="mt-6 flex justify-between gap-4">
      {newer ? (
        <ButtonLink to={newer.to} look="quiet" icon={<ChevronLeftIcon size={18} />} rel="prev">
          {newer.label}
        </ButtonLink>
      ) : (
        <span />
      )}
      {older && (
        <ButtonLink
          to={older.to}
          look="quiet"
          rel="next"
          className="flex-row-reverse"
          icon={<ChevronRightIcon size={18} />}
        >
          {older.label}
        </ButtonLink>
      )}
    </nav>
  );
}
