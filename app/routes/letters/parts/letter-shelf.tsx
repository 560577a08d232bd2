import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { ViewSwitches } from "#app/site/view-switches.tsx";
import { EnvelopeCodeDrawing } from "#app/ui/drawings/envelope-code.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader, Sheet } from "#app/ui/page.tsx";
import { PlainShell } from "#app/ui/plain-shell.tsx";
import { LetterSubject } from "./letter-subject.tsx";

interface LetterShelfProps {
  letters: { id: number; to: string; subject: string; createdAt: Date }[];
  shown: { id: number; to: string; subject: string; text: string } | null;
}

/** The demo's letters: which there are, and one of them as plain text. */
export function LetterShelf({ letters, shown }: LetterShelfProps) {
  const { t, locale, timeZone } = useWords();
  const club = useClub();
  return (
    <PlainShell
      club={club.name}
      homeTo="/"
      skipLabel={t("nav.skip")}
      footer={<ViewSwitches />}
      width="wide"
    >
      <PageHeader title={t("letters.mailbox.title")} lead={t("letters.mailbox.lead")} />
      {letters.length === 0 ? (
        <EmptyState drawing={<EnvelopeCodeDrawing />}>{t("letters.mailbox.none")}</EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 min-[56rem]:grid-cols-[22rem_minmax(0,1fr)]">
          <div className="min-[56rem]:order-last">
            {shown ? <Letter letter={shown} /> : <p>{t("letters.mailbox.choose")}</p>}
          </div>
          <nav aria-label={t("letters.mailbox.list")}>
            <ul className="border-t border-rule">
              {letters.map(({ id, to, subject, createdAt }) => (
                <li key={id} className="border-b border-rule">
                  <Link
                    to={`/demo/mailbox?letter=${id}`}
                    aria-current={id === shown?.id ? "true" : undefined}
                    className="block px-2 py-2.5 no-underline hover:bg-well aria-[current]:bg-accent-wash"
                  >
                    <span className="block font-semibold">{subject}</span>
                    <span className="block text-[0.9375rem] break-all text-ink-soft">
                      {to} · {formatMoment(createdAt, locale, timeZone)}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      )}
    </PlainShell>
  );
}

/** A letter's text with its links; its paper needs styles that the site's pages do not allow. */
function Letter({ letter }: { letter: NonNullable<LetterShelfProps["shown"]> }) {
  const { t } = useWords();
  return (
    <Sheet>
      <h2>
        <LetterSubject>{letter.subject}</LetterSubject>
      </h2>
      <p className="mt-1 text-ink-soft">{t("letters.mailbox.to", { recipient: letter.to })}</p>
      <p className="mt-4 break-words whitespace-pre-wrap">
        {letter.text.split(/(https?:\/\/[^\s)\]]+)/).map((piece, place) => (
          <Fragment key={`${place}-${piece.slice(0, 12)}`}>
            {place % 2 === 1 ? <a href={piece}>{piece}</a> : piece}
          </Fragment>
        ))}
      </p>
    </Sheet>
  );
}
