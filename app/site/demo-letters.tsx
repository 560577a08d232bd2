import { Link } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "./root-data.ts";

/** The way to a letter that the demo has kept instead of sending it; nothing in a real club. */
export function DemoLetters() {
  const t = useT();
  if (!useClub().demo) return null;
  return (
    <p className="mb-6 text-[0.9375rem] text-ink-soft">
      {t("demo.letters")} <Link to="/demo/mailbox">{t("demo.letters.read")}</Link>
    </p>
  );
}
