import { Notice } from "#app/ui/notice.tsx";

interface LeavingWeChatProps {
  title: string;
  words: string;
  go: string;
  /** Where they are led. */
  url: string;
  /** Of the page that they come from, to be opened elsewhere. */
  address: string;
}

/** Tells somebody in WeChat's browser that they are about to leave it, with an address to copy. */
export function LeavingWeChat({ title, words, go, url, address }: LeavingWeChatProps) {
  return (
    <Notice
      tone="warn"
      title={title}
      action={
        <a className="button button-quiet" href={url} rel="noreferrer">
          {go}
        </a>
      }
    >
      <p>{words}</p>
      <p className="mt-2 font-semibold break-all select-all">{address}</p>
    </Notice>
  );
}
