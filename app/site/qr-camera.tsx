import { type ReactNode, useEffect, useRef, useState } from "react";
import { Notice } from "#app/ui/notice.tsx";
import { type CameraTrouble, watchForQr } from "./watch-for-qr.ts";

interface QrCameraProps {
  /** What the picture is of, for those who do not see it. */
  label: string;
  /** What to do when the camera shows nothing, in words. */
  inTrouble: (trouble: CameraTrouble) => string;
  onRead: (text: string) => void;
  /** Whether it looks for further codes after the first. */
  goesOn?: boolean;
  /** Stands below the picture while there is one. */
  children?: ReactNode;
}

/** Shows the camera at the back for as long as it stands on the page, and reads the codes that are held before it. */
export function QrCamera({ label, inTrouble, onRead, goesOn, children }: QrCameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  const readNow = useRef(onRead);
  readNow.current = onRead;
  useEffect(() => {
    if (!video.current) return;
    return watchForQr(video.current, {
      found: (text) => readNow.current(text),
      failed: setTrouble,
      goesOn,
    });
  }, [goesOn]);
  return (
    <>
      {trouble && <Notice tone="refusal">{inTrouble(trouble)}</Notice>}
      <div hidden={trouble !== null}>
        <video
          ref={video}
          muted
          playsInline
          aria-label={label}
          className="aspect-[4/3] w-full rounded-sm bg-well object-cover"
        />
        {children}
      </div>
    </>
  );
}
