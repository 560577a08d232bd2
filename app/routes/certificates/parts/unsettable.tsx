import { Link } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import type { KeptPage } from "./kept-page.server.ts";

type Found = KeptPage["unsettable"][number];

/** As many of the characters in question as say enough. */
const SHOWN = 12;

/** Whose certificate is not in the PDF, why, and the page that prints it. */
export function Unsettable({ eventId, found }: { eventId: number; found: readonly Found[] }) {
  const t = useT();
  const columns: Column<Found>[] = [
    { key: "name", head: t("certificateKeeping.name"), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "why",
      head: t("certificateKeeping.unsettable.why"),
      cell: ({ why, of, characters }) =>
        t(`certificateKeeping.why.${of}`, {
          why: t(`certificateKeeping.why.${why}`),
          characters: characters.slice(0, SHOWN).map(shown).join(" "),
        }),
    },
    {
      key: "print",
      head: t("certificateKeeping.get"),
      cell: ({ code }) => (
        <Link to={`/admin/events/${eventId}/certificates/${code}`}>
          {t("certificates.printPage")}
        </Link>
      ),
    },
  ];
  return (
    <Section id="unsettable" title={t("certificateKeeping.unsettable")}>
      <p className="mb-3 max-w-prose text-ink-soft">{t("certificateKeeping.unsettable.lead")}</p>
      <Table
        caption={t("certificateKeeping.unsettable")}
        columns={columns}
        rows={found}
        rowKey={({ code }) => code}
      />
    </Section>
  );
}

/** A character that shows nothing is shown by its number. */
const shown = (character: string): string =>
  /^[\p{C}\p{M}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
    : `\u2068${character}\u2069`;
