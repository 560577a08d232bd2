import type { Qr } from "#app/platform/qr.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { QrPattern } from "#app/ui/qr-pattern.tsx";

/** What is scanned at the door, with six characters to say instead. */
export function PartyCode({ qr, code }: { qr: Qr; code: string }) {
  const t = useT();
  return (
    <figure className="mt-6 text-center">
      <figcaption className="mb-3 font-semibold">{t("registrations.code")}</figcaption>
      <div className="mx-auto max-w-64 overflow-hidden rounded-md border border-rule">
        <QrPattern
          size={qr.size}
          modules={Array.from(qr.modules, Number)}
          label={t("registrations.code.qr", { code })}
        />
      </div>
      <p className="figure mt-3 text-2xl tracking-widest select-all">{code}</p>
      <p className="text-[0.9375rem] text-ink-soft">{t("registrations.code.hint")}</p>
    </figure>
  );
}
