import { Link } from "@remix-run/react";
import type { Security } from "#app/modules/security/load-security.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { KeyIcon } from "#app/ui/icons.tsx";

/** The passkeys of somebody, each with the way to rename or remove it, and the way to one more. */
export function SecurityPasskeys({ passkeys }: Pick<Security, "passkeys">) {
  const t = useT();
  const figures = useFigures();
  return (
    <>
      <p className="max-w-prose text-ink-soft">{t("security.passkeys.lead")}</p>
      {passkeys.length > 0 && (
        <ul className="mt-4 border-t border-rule">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li
              key={id}
              className="flex min-h-16 items-center justify-between gap-4 border-b border-rule py-2"
            >
              <div className="min-w-0">
                <p className="font-semibold [overflow-wrap:anywhere]">
                  <bdi>{name}</bdi>
                </p>
                <p className="text-[0.9375rem] text-ink-soft">
                  {lastUsedAt
                    ? t("security.passkey.used", { day: figures.day(lastUsedAt) })
                    : t("security.passkey.added", { day: figures.day(createdAt) })}
                </p>
              </div>
              <Link
                to={`/security/passkeys/${encodeURIComponent(id)}`}
                className="button button-quiet flex-none"
              >
                {t("security.change")}
                <span className="sr-only"> · {name}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <ButtonLink to="/security/passkeys/new" look="quiet" icon={<KeyIcon />} className="mt-4">
        {t("security.passkeys.add")}
      </ButtonLink>
    </>
  );
}
