import type { DoorCode } from "#app/modules/registrations/load-own-registrations.server.ts";
import type { Qr } from "#app/platform/qr.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { QrPattern } from "#app/ui/qr-pattern.tsx";

export type ShownDoorCode = Omit<DoorCode, "token" | "startsAt" | "endsAt"> & {
  startsAt: Date | string;
  endsAt: Date | string;
  qr: Qr;
};

/** What is scanned at the doors of one's next events: on the page that opens without a network. */
export function DoorCodes({ codes }: { codes: readonly ShownDoorCode[] }) {
  const t = useT();
  const figures = useFigures();
  if (codes.length === 0) return null;
  return (
    <section aria-labelledby="door-codes" className="mt-10 border-t border-rule pt-6">
      <h2 id="door-codes">{t("card.events")}</h2>
      <ul>
        {codes.map(({ id, code, title, place, startsAt, endsAt, qr }) => (
          <li key={id} className="mt-6">
            <h3 className="break-words">{title}</h3>
            <p>{figures.span(startsAt, endsAt)}</p>
            {place && <p className="text-ink-soft">{place}</p>}
            <div className="mx-auto mt-3 max-w-64 overflow-hidden rounded-md border border-rule">
              <QrPattern
                size={qr.size}
                modules={Array.from(qr.modules, Number)}
                label={t("card.events.qr", { code })}
              />
            </div>
            <p className="figure mt-2 text-center text-2xl tracking-widest select-all">{code}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
