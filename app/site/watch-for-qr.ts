import { openQrReader } from "./qr-reader.ts";

/** Why a camera shows nothing: there is no way to one, it was refused, there is none, or it failed. */
export type CameraTrouble = "unsupported" | "refused" | "none" | "failed";

interface Watcher {
  /** Called with what the first code says, and with every further one where it goes on looking. */
  found: (text: string) => void;
  goesOn?: boolean;
  failed: (trouble: CameraTrouble) => void;
}

/** Between two looks; a reader that takes longer is not hurried. */
const LOOK_EVERY_MS = 120;

/**
 * Shows the camera at the back in a video element and looks for a QR code in it.
 *
 * @returns ends the looking and lets go of the camera.
 */
export function watchForQr(
  video: HTMLVideoElement,
  { found, failed, goesOn = false }: Watcher,
): () => void {
  let stream: MediaStream | undefined;
  let over = false;
  const end = () => {
    over = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };

  async function watch() {
    // Browsers have cameras on safe addresses only.
    if (!navigator.mediaDevices?.getUserMedia) return failed("unsupported");
    const [opened, read] = await Promise.all([
      navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }),
      openQrReader(),
    ]);
    stream = opened;
    if (over) return end();
    video.srcObject = opened;
    await video.play();
    while (!over) {
      const text = await read(video);
      if (over) return;
      if (text && !goesOn) {
        end();
        return found(text);
      }
      if (text) found(text);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  watch().catch((error: unknown) => {
    // Closing the window while the camera starts ends the start with an error of its own.
    if (over) return;
    end();
    failed(troubleOf(error));
  });
  return end;
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return "failed";
}
