import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SignOutIcon } from "#app/ui/icons.tsx";

/** Who is signed in at this desk, and the way out. A plain form: signing out leaves nothing in memory. */
export function StaffAccount({ name }: { name: string }) {
  const t = useT();
  return (
    <>
      <span className="hidden max-w-40 truncate text-ink-soft xs:inline">
        <span className="sr-only">{t("staff.signedIn", { name: "" })}</span>
        <bdi>{name}</bdi>
      </span>
      <form method="post" action="/sign-out">
        <Button look="bare" icon={<SignOutIcon size={18} />}>
          {t("nav.signOut")}
        </Button>
      </form>
    </>
  );
}
