import { useT } from "#app/platform/words/words.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface CalendarFileProps {
  /** Files do not open there. */
  inWeChat: boolean;
  /** Absolute: of the file, and of this page to be opened in a browser. */
  file: string;
  page: string;
}

/** The file for a calendar; in WeChat how to come to where it opens. */
export function CalendarFile({ inWeChat, file, page }: CalendarFileProps) {
  const t = useT();
  if (inWeChat) {
    return (
      <Notice tone="warn" announce={false} title={t("calendar.wechat.title")}>
        <p>{t("calendar.wechat.how")}</p>
        <p className="mt-2 font-semibold break-all select-all">{page}</p>
      </Notice>
    );
  }
  return (
    <>
      <a href={file} className="button button-primary" download>
        <DownloadIcon />
        <span>{t("calendar.get")}</span>
      </a>
      <p className="mt-3 max-w-prose text-ink-soft">{t("calendar.get.how")}</p>
    </>
  );
}
