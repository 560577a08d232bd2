import type { CertificateWords } from "#app/modules/certificates/certificate-words.ts";
import { EventDrawing } from "#app/site/event-drawing.tsx";
import { cx } from "#app/ui/cx.ts";
import { QrPattern } from "#app/ui/qr-pattern.tsx";

export type SheetProps = {
  words: CertificateWords;
  drawing: string;
  qr: { size: number; modules: string };
  qrLabel: string;
  /** The club's own sign, where it has one. */
  logo: string | null;
};

/** From how many characters on a name is set smaller, and smaller still. */
const [LONG, LONGEST] = [16, 34];

/** A certificate as it is printed, in any script: the same as in the PDF, on a sheet of A4 across. */
export function CertificateSheet({ words, drawing, qr, qrLabel, logo }: SheetProps) {
  const length = [...new Intl.Segmenter().segment(words.name)].length;
  const modules = Array.from(qr.modules, (module) => module === "1");
  return (
    <article lang={words.locale} className="certificate">
      <svg className="certificate-frame" viewBox="0 0 842 595" aria-hidden="true" focusable="false">
        <path d="M41 26H801A15 15 0 0 0 816 41V554A15 15 0 0 0 801 569H41A15 15 0 0 0 26 554V41A15 15 0 0 0 41 26Z" />
        <path d="M46 31H796A15 15 0 0 0 811 46V549A15 15 0 0 0 796 564H46A15 15 0 0 0 31 549V46A15 15 0 0 0 46 31Z" />
      </svg>
      <div className="certificate-words">
        {logo && <img src={logo} alt="" />}
        <p className="certificate-club">{words.club}</p>
        <p className="certificate-title">{words.title}</p>
        <p className="certificate-to">{words.to}</p>
        <p
          dir="auto"
          className={cx(
            "certificate-name",
            length >= LONG && "certificate-name-long",
            length >= LONGEST && "certificate-name-longest",
          )}
        >
          {words.name}
        </p>
        {words.lines.map((line) => (
          <p key={line} dir="auto" className="certificate-line">
            {line}
          </p>
        ))}
        <p dir="auto" className="certificate-day">
          {words.day}
        </p>
      </div>
      <div className="certificate-foot">
        <EventDrawing name={drawing} />
        <p className="certificate-sign">{words.sign}</p>
        <div className="certificate-check">
          <QrPattern size={qr.size} modules={modules} label={qrLabel} />
          <p className="figure">{words.code}</p>
          <p>{words.check}</p>
        </div>
      </div>
    </article>
  );
}
