import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { type CameraTrouble, watchForQr } from "#app/site/watch-for-qr.ts";
import { Button } from "#app/ui/button.tsx";
import { CloseIcon, QrIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** A button that reads a card's QR code with the camera and goes to whom it names. */
export function CardScanner() {
  const t = useT();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const found = (text: string) => {
    setOpen(false);
    navigate(`/admin/search?${new URLSearchParams({ q: text })}`);
  };
  return (
    <>
      <Button
        type="button"
        look="quiet"
        className="flex-none"
        icon={<QrIcon size={18} />}
        aria-label={t("desk.scan.open")}
        onClick={() => setOpen(true)}
      >
        {t("desk.scan")}
      </Button>
      {open && <Scanner onFound={found} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ScannerProps {
  onFound: (text: string) => void;
  onClose: () => void;
}

function Scanner({ onFound, onClose }: ScannerProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  const foundNow = useRef(onFound);
  foundNow.current = onFound;

  useEffect(() => {
    dialog.current?.showModal();
    if (!video.current) return;
    return watchForQr(video.current, {
      found: (text) => foundNow.current(text),
      failed: setTrouble,
    });
  }, []);

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="scanner-title"
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-md border border-rule bg-paper p-4 text-ink backdrop:bg-black/60"
    >
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 id="scanner-title">{t("desk.scan.open")}</h2>
        <Button
          type="button"
          look="bare"
          icon={<CloseIcon size={18} />}
          onClick={() => dialog.current?.close()}
        >
          {t("desk.scan.close")}
        </Button>
      </div>
      {trouble && <Notice tone="refusal">{t(`desk.scan.${trouble}`)}</Notice>}
      <div hidden={trouble !== null}>
        <video
          ref={video}
          muted
          playsInline
          aria-label={t("desk.scan.open")}
          className="aspect-[4/3] w-full rounded-sm bg-well object-cover"
        />
        <p className="mt-3">{t("desk.scan.how")}</p>
      </div>
      <p className="mt-2 text-ink-soft">{t("desk.scan.otherwise")}</p>
    </dialog>
  );
}
