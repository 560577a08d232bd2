import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { QrCamera } from "#app/site/qr-camera.tsx";
import { Button } from "#app/ui/button.tsx";
import { CloseIcon, QrIcon } from "#app/ui/icons.tsx";

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
  useEffect(() => dialog.current?.showModal(), []);

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
      <QrCamera
        label={t("desk.scan.open")}
        inTrouble={(trouble) => t(`desk.scan.${trouble}`)}
        onRead={onFound}
      >
        <p className="mt-3">{t("desk.scan.how")}</p>
      </QrCamera>
      <p className="mt-2 text-ink-soft">{t("desk.scan.otherwise")}</p>
    </dialog>
  );
}
