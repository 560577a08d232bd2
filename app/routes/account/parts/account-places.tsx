import { Link } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { ChevronRightIcon } from "#app/ui/icons.tsx";

const PLACES = [
  { place: "referrals", to: "/my/referrals", everybody: true },
  { place: "profile", to: "/my/account/profile", everybody: true },
  { place: "security", to: "/security", everybody: true },
  { place: "notifications", to: "/my/account/notifications", everybody: true },
  { place: "consents", to: "/my/account/consents", everybody: false },
  { place: "family", to: "/my/account/family", everybody: false },
  { place: "privacy", to: "/my/account/privacy", everybody: true },
] as const;

/** The pages of somebody's account, each with what is to be found there. Some are for members alone. */
export function AccountPlaces({ isMember }: { isMember: boolean }) {
  const t = useT();
  return (
    <ul className="border-t border-rule">
      {PLACES.filter(({ everybody }) => isMember || everybody).map(({ place, to }) => (
        <li key={place} className="border-b border-rule">
          <Link
            to={to}
            className="flex min-h-16 items-center justify-between gap-4 py-2.5 text-ink no-underline hover:text-accent"
          >
            <span className="min-w-0">
              <span className="block font-semibold">{t(`account.${place}`)}</span>
              <span className="block text-[0.9375rem] leading-snug text-ink-soft">
                {t(`account.${place}.what`)}
              </span>
            </span>
            <ChevronRightIcon className="flex-none text-ink-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
