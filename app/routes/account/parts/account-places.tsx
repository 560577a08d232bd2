import { Link } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { ChevronRightIcon } from "#app/ui/icons.tsx";

const PLACES = [
  { place: "referrals", to: "/my/referrals", for: "everybody" },
  { place: "join", to: "/join", for: "others" },
  { place: "profile", to: "/my/account/profile", for: "everybody" },
  { place: "security", to: "/security", for: "everybody" },
  { place: "notifications", to: "/my/account/notifications", for: "everybody" },
  { place: "payments", to: "/my/payments", for: "members" },
  { place: "consents", to: "/my/account/consents", for: "members" },
  { place: "family", to: "/my/account/family", for: "members" },
  { place: "privacy", to: "/my/account/privacy", for: "everybody" },
] as const;

/** The pages of somebody's account, each with what is to be found there. Some are for members alone, or for others. */
export function AccountPlaces({ isMember }: { isMember: boolean }) {
  const t = useT();
  const reader = isMember ? "members" : "others";
  return (
    <ul className="border-t border-rule">
      {PLACES.filter((each) => each.for === "everybody" || each.for === reader).map(
        ({ place, to }) => (
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
        ),
      )}
    </ul>
  );
}
