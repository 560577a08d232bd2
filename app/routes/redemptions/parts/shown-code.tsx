import type { Qr } from "#app/platform/qr.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { QrPattern } from "#app/ui/qr-pattern.tsx";

/** What the desk scans, with the same to be read out. */
export function ShownCode({ code, title }: { code: { text: string; qr: Qr }; title: string }) {
  const t = useT();
  const { text, qr } = code;
  return (
    <figure className="mt-6 text-center">
      <figcaption className="mb-3 font-semibold">{title}</figcaption>
      <div className="mx-auto max-w-64 overflow-hidden rounded-md border border-rule">
        <QrPattern
          size={qr.size}
          modules={Array.from(qr.modules, Number)}
          label={t("redemptions.code.qr", { code: text })}
        />
      </div>
      <p className="figure mt-3 text-lg select-all">{text}</p>
      <p className="text-[0.9375rem] text-ink-soft">{t("redemptions.code.hint")}</p>
    </figure>
  );
}
