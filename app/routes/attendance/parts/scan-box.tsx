import { useEffect, useRef, useState } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { QrCamera } from "#app/site/qr-camera.tsx";
import { Button } from "#app/ui/button.tsx";
import { CloseIcon, QrIcon } from "#app/ui/icons.tsx";

/** The ways to read a party's code: the camera, which goes on looking; a scanner that types; six characters. */
export function ScanBox({ onRead }: { onRead: (text: string) => void }) {
  const t = useT();
  const [looks, setLooks] = useState(false);
  return (
    <div className="grid gap-3">
      {looks ? (
        <Camera onRead={onRead} onClose={() => setLooks(false)} />
      ) : (
        <Button
          type="button"
          wide
          className="min-h-16! text-xl!"
          icon={<QrIcon size={26} />}
          onClick={() => setLooks(true)}
        >
          {t("attendance.scan.open")}
        </Button>
      )}
      <TypedCode onRead={onRead} />
    </div>
  );
}

interface CameraProps {
  onRead: (text: string) => void;
  onClose: () => void;
}

function Camera({ onRead, onClose }: CameraProps) {
  const t = useT();
  return (
    <div>
      <QrCamera
        label={t("attendance.scan.camera")}
        inTrouble={(trouble) => t(`attendance.scan.${trouble}`)}
        onRead={onRead}
        goesOn
      />
      <Button
        type="button"
        look="quiet"
        wide
        className="mt-2"
        icon={<CloseIcon size={18} />}
        onClick={onClose}
      >
        {t("attendance.scan.close")}
      </Button>
    </div>
  );
}

/**
 * No form: without a network a form is kept from being sent, and this one is never sent anywhere. A scanner that
 * types is heard wherever the page is, as long as nobody types elsewhere.
 */
function TypedCode({ onRead }: { onRead: (text: string) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const read = () => {
    const text = input.current?.value.trim() ?? "";
    if (text !== "") onRead(text);
    if (input.current) input.current.value = "";
  };
  const readNow = useRef(onRead);
  readNow.current = onRead;
  useEffect(() => listenToScanner((text) => readNow.current(text)), []);
  return (
    <div>
      <label htmlFor="code" className="mb-1 block font-semibold">
        {t("attendance.code")}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id="code"
          type="text"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-hint"
          className="control control-code min-w-0 flex-1 uppercase"
          onKeyDown={(event) => event.key === "Enter" && read()}
        />
        <Button type="button" look="quiet" className="min-h-14!" onClick={read}>
          {t("attendance.code.go")}
        </Button>
      </div>
      <p id="code-hint" className="mt-1 text-ink-soft">
        {t("attendance.code.hint")}
      </p>
    </div>
  );
}

/** A scanner types faster than people do. */
const SCANNER_MS = 80;

function listenToScanner(heard: (text: string) => void): () => void {
  let text = "";
  let last = 0;
  const listen = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (target.matches("input, textarea, select") || event.ctrlKey || event.metaKey) return;
    if (event.timeStamp - last > SCANNER_MS) text = "";
    last = event.timeStamp;
    if (event.key === "Enter" && text.length >= 6) {
      // What has the focus is not pressed by it.
      event.preventDefault();
      heard(text);
      text = "";
    } else if (event.key.length === 1) text += event.key;
  };
  addEventListener("keydown", listen, { capture: true });
  return () => removeEventListener("keydown", listen, { capture: true });
}
