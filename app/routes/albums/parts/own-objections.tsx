import type { OwnObjection } from "#app/modules/albums/load-own-albums.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

/** What a family has said of pictures, and what became of it. */
export function OwnObjections({ said }: { said: OwnObjection[] }) {
  const t = useT();
  const figures = useFigures();
  if (said.length === 0) return null;
  return (
    <Disclosure summary={t("albums.said")}>
      <ul className="border-t border-rule">
        {said.map(({ id, kind, state, createdAt }) => (
          <li key={id} className="border-b border-rule py-2">
            {t(kind === "hide" ? "albums.said.hide" : "albums.said.not-us", {
              moment: figures.moment(createdAt),
            })}{" "}
            <Badge tone={state === "open" ? "warn" : state === "granted" ? "ok" : undefined}>
              {t(`albums.said.${state as "open" | "granted" | "declined"}`)}
            </Badge>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
