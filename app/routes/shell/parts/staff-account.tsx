import { Link } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SignOutIcon } from "#app/ui/icons.tsx";

/**
 * Who is signed in at this desk, the way to how they sign in, and the way out. The latter is a plain form:
 * signing out leaves nothing in memory.
 */
export function StaffAccount({ name }: { name: string }) {
  const t = useT();
  return (
    <>
      <Link
        to="/security"
        className="flex min-h-9 max-w-40 items-center truncate text-ink-soft no-underline hover:underline"
      >
        <span className="sr-only">{t("staff.signedIn", { name: "" })}</span>
        <bdi className="truncate">{name}</bdi>
      </Link>
      <form method="post" action="/sign-out">
        <Button look="bare" icon={<SignOutIcon size={18} />}>
          {t("nav.signOut")}
        </Button>
      </form>
    </>
  );
}
