import { Link } from "@remix-run/react";
import type { TextName } from "#app/modules/texts/club-texts.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";

interface TextVersionsProps {
  name: TextName;
  version: number;
  newest: number;
  since: Date | null;
}

/** Which version of a text this is, and the way to the others. */
export function TextVersions({ name, version, newest, since }: TextVersionsProps) {
  const t = useT();
  const figures = useFigures();
  const page = (of: number) => (of === newest ? `/about/${name}` : `/about/${name}?version=${of}`);
  return (
    <div className="mt-10 flex flex-wrap gap-x-6 gap-y-2 border-t border-rule pt-4 text-[0.9375rem] text-ink-soft">
      <p>
        {t("texts.version", { version })}
        {since && ` · ${t("texts.since", { day: figures.day(since) })}`}
        {version < newest && ` · ${t("texts.old")}`}
      </p>
      {version > 1 && <Link to={page(version - 1)}>{t("texts.earlier")}</Link>}
      {version < newest && <Link to={page(newest)}>{t("texts.newest")}</Link>}
    </div>
  );
}
