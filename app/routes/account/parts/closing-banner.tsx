import { Link, useLocation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Above every page of an owner who is leaving, but the one that says the same. */
export function ClosingBanner({ closesAt }: { closesAt: Date }) {
  const t = useT();
  const figures = useFigures();
  if (useLocation().pathname === "/my/account/closing") return null;
  return (
    <div className="mb-6">
      <Notice tone="warn" announce={false}>
        <form
          method="post"
          action="/my/account/closing"
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2"
        >
          <p>
            <Link to="/my/account/closing" className="text-ink">
              {t("account.closing.stands", { day: figures.lastDay(closesAt) })}
            </Link>
          </p>
          <Button look="quiet" name="intent" value="keep">
            {t("account.closing.keep")}
          </Button>
        </form>
      </Notice>
    </div>
  );
}
