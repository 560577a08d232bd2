import { Link } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";

/** The way to what everybody may read of the club, at the foot of every page. */
export function FootLinks() {
  const t = useT();
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {(["rules", "privacy", "contact"] as const).map((name) => (
        <li key={name}>
          <Link
            to={`/about/${name}`}
            className="inline-flex min-h-11 items-center text-inherit hover:text-ink"
          >
            {t(`foot.${name}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
