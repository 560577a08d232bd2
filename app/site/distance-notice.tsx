import { useEffect, useState } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useDistance } from "./reach.ts";

/** Tells whoever sent a form or followed a link without a network that it stayed, and when it can go. */
export function DistanceNotice() {
  const t = useT();
  const distance = useDistance();
  const online = useOnline();
  if (!distance || (distance.what === "page-kept" && online)) return null;
  const back = online && distance.what === "form-kept";
  const what = back ? "back" : distance.what;
  return (
    <div className="fixed inset-x-3 bottom-[calc(5rem+env(safe-area-inset-bottom))] z-30 mx-auto max-w-lg min-[56rem]:bottom-6">
      <Notice
        tone={back ? "ok" : "refusal"}
        title={t(`reach.${what}.title`)}
        action={
          distance.what === "no-answer" && (
            <Button type="button" onClick={distance.sendAgain}>
              {t("reach.sendAgain")}
            </Button>
          )
        }
      >
        {t(`reach.${what}.body`)}
      </Notice>
    </div>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(true);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    look();
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return online;
}
