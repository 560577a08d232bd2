import type { Qr } from "#app/platform/qr.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QrPattern } from "#app/ui/qr-pattern.tsx";

interface MadeJudgeProps {
  name: string;
  code: string;
  address: string;
  qr: Qr;
}

/** A judge's link and digits, shown this once: scanned off this page by their tablet, or sent to them. */
export function MadeJudge({ name, code, address, qr }: MadeJudgeProps) {
  const t = useT();
  return (
    <div className="mb-6 max-w-2xl">
      <Notice tone="warn" title={t("judging.judges.made", { name })}>
        <p>{t("judging.judges.made.once")}</p>
        <div className="mt-3 w-48 max-w-full">
          <QrPattern
            size={qr.size}
            modules={Array.from(qr.modules, Number)}
            label={t("judging.judges.qr", { name })}
          />
        </div>
        <p className="mt-2 select-all [overflow-wrap:anywhere]">{address}</p>
        <p className="figure mt-2 text-lg">{t("judging.judges.code", { code })}</p>
      </Notice>
    </div>
  );
}
