/** Looks for a QR code in what a camera shows at the moment; null where there is none. */
export type QrReader = (video: HTMLVideoElement) => Promise<string | null>;

/** What browsers and the package have in common of the Shape Detection API. */
type Detector = { detect(image: CanvasImageSource): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: "qr_code"[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/**
 * Opens the browser's own reader of QR codes; where it has none (Firefox, Safari, Chromium on Linux) one
 * that is loaded only now, by whoever scans.
 */
export async function openQrReader(): Promise<QrReader> {
  const detector = (await ownDetector()) ?? (await loadedDetector());
  return async (video) => {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    const [found] = await detector.detect(video);
    return found?.rawValue || null;
  };
}

async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector) return null;
  try {
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
  } catch {
    // The class is there and the service behind it is not: the other reader does it.
    return null;
  }
}

async function loadedDetector(): Promise<Detector> {
  const { decodeQR } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  if (!drawing) throw new Error("This browser draws nothing that could be read.");
  return {
    async detect(image) {
      const { videoWidth: width, videoHeight: height } = image as HTMLVideoElement;
      if (width === 0 || height === 0) return [];
      canvas.width = width;
      canvas.height = height;
      drawing.drawImage(image, 0, 0);
      const { data } = drawing.getImageData(0, 0, width, height);
      try {
        return [{ rawValue: decodeQR({ width, height, data }, { format: "RGBA" }) }];
      } catch {
        // A frame without a whole code in it: nearly all of them.
        return [];
      }
    },
  };
}
