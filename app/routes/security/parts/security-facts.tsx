import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Security } from "#app/modules/security/load-security.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Staff without a second factor are led here from every staff page: why, and what to do. */
export function SecondFactorNeeded() {
  const t = useT();
  return (
    <div className="mb-8">
      <Notice
        tone="warn"
        title={t("security.needed.title")}
        action={<ButtonLink to="/security/authenticator">{t("security.needed.setUp")}</ButtonLink>}
        announce={false}
      >
        {t("security.needed.body")}
      </Notice>
    </div>
  );
}

/** E-mail, password and authenticator of somebody, each with the way to change it. */
export function SecurityFacts({ security }: { security: Security }) {
  const t = useT();
  const figures = useFigures();
  const { email, hasPassword, authenticatorSince, recoveryCodesLeft } = security;
  return (
    <ul className="border-t border-rule">
      <FactLine
        title={t("security.email")}
        state={
          <span className="[overflow-wrap:anywhere]">{email ?? t("security.email.none")}</span>
        }
        to="/security/email"
        change={t("security.change")}
      />
      <FactLine
        title={t("security.password")}
        state={t(hasPassword ? "security.password.set" : "security.password.none")}
        to="/security/password"
        change={t(hasPassword ? "security.change" : "security.setUp")}
      />
      <FactLine
        title={t("security.authenticator")}
        state={
          authenticatorSince
            ? t("security.authenticator.since", {
                day: figures.day(authenticatorSince),
                codes: recoveryCodesLeft,
              })
            : t("security.authenticator.none")
        }
        to="/security/authenticator"
        change={t(authenticatorSince ? "security.change" : "security.setUp")}
      />
    </ul>
  );
}

interface FactLineProps {
  title: string;
  state: ReactNode;
  to: string;
  change: string;
}

function FactLine({ title, state, to, change }: FactLineProps) {
  return (
    <li className="flex min-h-16 items-center justify-between gap-4 border-b border-rule py-2">
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-[0.9375rem] text-ink-soft">{state}</p>
      </div>
      <Link to={to} className="button button-quiet flex-none">
        {change}
        <span className="sr-only"> · {title}</span>
      </Link>
    </li>
  );
}
