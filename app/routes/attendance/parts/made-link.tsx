import type { Qr } from "#app/platform/qr.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QrPattern } from "#app/ui/qr-pattern.tsx";

interface MadeLinkProps {
  name: string;
  address: string;
  qr: Qr;
}

/** A steward's link, shown this once: scanned off this page by their phone, or sent to them. */
export function MadeLink({ name, address, qr }: MadeLinkProps) {
  const t = useT();
  return (
    <div className="mb-6 max-w-2xl">
      <Notice tone="warn" title={t("attendance.stewards.made", { name })}>
        <p>{t("attendance.stewards.made.once")}</p>
        <div className="mt-3 w-48 max-w-full">
          <QrPattern
            size={qr.size}
            modules={Array.from(qr.modules, Number)}
            label={t("attendance.stewards.qr", { name })}
          />
        </div>
        <p className="mt-2 select-all [overflow-wrap:anywhere]">{address}</p>
      </Notice>
    </div>
  );
}
