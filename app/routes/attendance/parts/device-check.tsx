import { useEffect, useState } from "react";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckIcon, WarnIcon } from "#app/ui/icons.tsx";
import type { CheckInState } from "./use-check-in.ts";

type Answer = { ok: boolean; words: string };

/** Whether this device is ready for the day, looked at before it: camera, battery, list, and what is kept. */
export function DeviceCheck({ state, isKept }: { state: CheckInState; isKept: boolean }) {
  const { t, locale, timeZone } = useWords();
  const [camera, setCamera] = useState<boolean | null>(null);
  const [battery, setBattery] = useState<number | null>(null);
  const [persisted, setPersisted] = useState<boolean | null>(null);
  useEffect(() => {
    void readBattery().then(setBattery);
    void navigator.storage?.persisted?.().then(setPersisted);
  }, []);
  const tryAll = async () => {
    setCamera(await tryCamera());
    setBattery(await readBattery());
    setPersisted((await navigator.storage?.persist?.().catch(() => false)) ?? false);
    await state.refresh();
  };
  const { list, storage } = state;
  const answers: (Answer | null)[] = [
    list
      ? {
          ok: true,
          words: t("attendance.device.list", {
            count: list.parties.length,
            time: formatMoment(list.asOf, locale, timeZone),
          }),
        }
      : { ok: false, words: t("attendance.device.noList") },
    { ok: isKept, words: t(isKept ? "attendance.device.page" : "attendance.device.noPage") },
    storage === "opening"
      ? null
      : { ok: storage === "keeps", words: t(`attendance.device.${storage}`) },
    persisted === null
      ? null
      : {
          ok: persisted,
          words: t(persisted ? "attendance.device.persisted" : "attendance.device.notPersisted"),
        },
    camera === null
      ? null
      : {
          ok: camera,
          words: t(camera ? "attendance.device.camera" : "attendance.device.noCamera"),
        },
    battery === null
      ? { ok: true, words: t("attendance.device.batteryUnknown") }
      : { ok: battery >= 50, words: t("attendance.device.battery", { percent: battery }) },
  ];
  return (
    <div className="grid gap-3">
      <ul className="grid gap-2">
        {answers.map(
          (answer) =>
            answer && (
              <li key={answer.words} className="flex gap-2">
                <span className={answer.ok ? "text-accent" : "text-warn"}>
                  {answer.ok ? <CheckIcon size={20} /> : <WarnIcon size={20} />}
                </span>
                <span>{answer.words}</span>
              </li>
            ),
        )}
      </ul>
      <Button type="button" look="quiet" onClick={() => void tryAll()}>
        {t("attendance.device.try")}
      </Button>
    </div>
  );
}

async function tryCamera(): Promise<boolean> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment" },
    });
    for (const track of stream.getTracks()) track.stop();
    return true;
  } catch {
    return false;
  }
}

/** In percent; null where the browser does not say, as on iOS. */
async function readBattery(): Promise<number | null> {
  const { getBattery } = navigator as { getBattery?: () => Promise<{ level: number }> };
  if (!getBattery) return null;
  const { level } = await getBattery.call(navigator);
  return Math.round(level * 100);
}
