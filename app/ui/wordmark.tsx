import { cx } from "./cx.ts";

/** The club's sign: a rev counter's arc with its needle up. Also the favicon's shape. */
export function Emblem({ size = 28, className }: { size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 28 28"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M5.9 22.100a11.5 11.5 0 1 1 16.2 0" strokeWidth="2" />
      <path d="M14 6.800v1.400M6.8 14h1.400M8.9 8.900l1 1M20 14h1.2" strokeWidth="1.5" />
      <path d="M13 16 19.2 8.8" strokeWidth="2" />
      <circle cx="12.8" cy="16.2" r="1.6" fill="currentColor" stroke="none" />
    </svg>
  );
}

interface WordmarkProps {
  children: string;
  /** Where the club's own sign is; the usual one without. */
  logo?: string | null;
  className?: string;
}

/** Sign and name. */
export function Wordmark({ children, logo, className }: WordmarkProps) {
  return (
    <span className={cx("inline-flex min-w-0 items-center gap-2 text-ink", className)}>
      {logo ? (
        <img src={logo} alt="" className="h-8 w-auto max-w-24 flex-none object-contain" />
      ) : (
        <Emblem className="flex-none text-accent" />
      )}
      <span className="wordmark">{children}</span>
    </span>
  );
}
