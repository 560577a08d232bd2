/**
 * The house's icons: one pen of 1.5 px on a 24 px square, round ends.
 *
 * They are pictures beside words, never instead of them, so assistive technology is told to pass over
 * them; an icon that stands alone gets its words from the control around it.
 */
export interface IconProps {
  /** Edge length in CSS pixels. */
  size?: number;
  className?: string;
}

function Glyph({ size = 20, className, d }: IconProps & { d: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={d} />
    </svg>
  );
}

// Finding one's way
export const HomeIcon = (p: IconProps) => (
  <Glyph {...p} d="M4 10.5 12 4l8 6.5V20h-5.5v-5.5h-5V20H4z" />
);
export const PointsIcon = (p: IconProps) => (
  <Glyph {...p} d="M4.2 17.5a9 9 0 1 1 15.6 0M12 14l4-5M6.5 13H8m8.5 0h1M12 7v1.2M9 20h6" />
);
export const GiftIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M4 8.5h16v4H4zM5.5 12.5V20h13v-7.5M12 8.5V20M12 8.5C9 8.5 7 7.6 7 5.9 7 4.6 7.9 4 8.8 4 10.6 4 12 6.2 12 8.5Zm0 0c3 0 5-.9 5-2.6C17 4.6 16.1 4 15.2 4 13.4 4 12 6.2 12 8.5"
  />
);
export const StockIcon = (p: IconProps) => (
  <Glyph {...p} d="M4 8 12 3.5 20 8v8.5L12 21l-8-4.5zM4 8l8 4.5L20 8m-8 4.5V21M8 5.75l8 4.5" />
);
export const EventIcon = (p: IconProps) => (
  <Glyph {...p} d="M4 6h16v14H4zM4 10.5h16M8 3.5v4m8-4v4m-7.5 8 2.3 2.3 4.2-4.6" />
);
export const TicketIcon = (p: IconProps) => (
  <Glyph {...p} d="M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4zM14.5 7v2m0 2v2m0 2v2" />
);
export const GarageIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M3.5 20V9L12 4l8.5 5v11M7 20v-3.8l1.3-3.4h7.4l1.3 3.4V20M7 16.2h10M9.3 18h.2m5 0h.2"
  />
);
export const SearchIcon = (p: IconProps) => (
  <Glyph {...p} d="M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5" />
);
export const MenuIcon = (p: IconProps) => <Glyph {...p} d="M4 7h16M4 12h16M4 17h16" />;
export const ChevronDownIcon = (p: IconProps) => <Glyph {...p} d="m6 9.5 6 6 6-6" />;
export const ChevronRightIcon = (p: IconProps) => <Glyph {...p} d="m9.5 6 6 6-6 6" />;
export const ChevronLeftIcon = (p: IconProps) => <Glyph {...p} d="m14.5 6-6 6 6 6" />;
export const CloseIcon = (p: IconProps) => <Glyph {...p} d="m6 6 12 12M18 6 6 18" />;

// Saying how things stand
export const CheckIcon = (p: IconProps) => <Glyph {...p} d="m5 12.5 4.5 5L19 7" />;
export const InfoIcon = (p: IconProps) => (
  <Glyph {...p} d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5.5m0-9v.2" />
);
export const WarnIcon = (p: IconProps) => (
  <Glyph {...p} d="M12 4 2.8 20h18.4zM12 10v4.5m0 2.7v.2" />
);
export const RefusalIcon = (p: IconProps) => (
  <Glyph {...p} d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5m0 3v.2" />
);
export const LapseIcon = (p: IconProps) => (
  <Glyph {...p} d="M7 3.5h10M7 20.5h10M8 3.5v3.3L12 12l4-5.2V3.5M8 20.5v-3.3L12 12l4 5.2v3.3" />
);
export const ReverseIcon = (p: IconProps) => (
  <Glyph {...p} d="M8.5 4.5 4 9l4.5 4.5M4 9h10.5a5.5 5.5 0 0 1 0 11H8" />
);
export const SpinnerIcon = (p: IconProps) => <Glyph {...p} d="M12 3.5a8.5 8.5 0 1 0 8.5 8.5" />;

// Doing something
export const PlusIcon = (p: IconProps) => <Glyph {...p} d="M12 5v14M5 12h14" />;
export const DownloadIcon = (p: IconProps) => (
  <Glyph {...p} d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15" />
);
export const UploadIcon = (p: IconProps) => (
  <Glyph {...p} d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15" />
);
export const FilterIcon = (p: IconProps) => <Glyph {...p} d="M4 6.5h16M7 12h10m-7 5.5h4" />;
export const EditIcon = (p: IconProps) => (
  <Glyph {...p} d="M4.5 19.5v-4L15.5 4.5l4 4-11 11zM13 7l4 4" />
);
export const ShowIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z"
  />
);
export const QrIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM7 7h.01M17 7h.01M7 17h.01M14 14h2v2m4-2v2.5M14 20v-1m3.5 1H20v-.5"
  />
);
export const SignOutIcon = (p: IconProps) => (
  <Glyph {...p} d="M13 4H5v16h8M10 12h10.5M16.5 8l4 4-4 4" />
);

// People and things
export const PersonIcon = (p: IconProps) => (
  <Glyph {...p} d="M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6" />
);
export const PeopleIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.5-3.7 3-5.5 6.5-5.5s6 1.8 6.5 5.5M15.5 5a3.5 3.5 0 0 1 0 6.2m2.5 3.9c2 .8 3.2 2.5 3.5 4.9"
  />
);
export const MailIcon = (p: IconProps) => (
  <Glyph {...p} d="M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5" />
);
export const KeyIcon = (p: IconProps) => (
  <Glyph {...p} d="M8 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12.5 12h8v3.5M17 12v2.5M7.5 12H8" />
);
export const CarIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M2.5 16.5v-3.2l3-1.3 3-4h6l4 4.2 3 .8v3.5h-2.2m-11 0h5.4M4.3 16.5H2.5M9 12h7.5M6.5 18.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm10.7 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z"
  />
);
export const ReceiptIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M5.5 3.5h13v17l-2.2-1.5-2.1 1.5-2.2-1.5-2.2 1.5-2.1-1.5-2.2 1.5zM9 8.5h6M9 12.5h6"
  />
);
export const WalletIcon = (p: IconProps) => (
  <Glyph {...p} d="M4 6.5h13.5v3H20v9H4zM4 6.5v12M17.5 9.5H7m13 3h-4a1.5 1.5 0 0 0 0 3h4" />
);
export const FileIcon = (p: IconProps) => (
  <Glyph {...p} d="M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5v5h5M9 13h6.5M9 16.5h6.5" />
);
export const StarIcon = (p: IconProps) => (
  <Glyph {...p} d="m12 3.5 2.6 5.6 6.1.7-4.5 4.1 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.1 6.1-.7z" />
);
export const SettingsIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M4 7.5h8m5 0h3M14.5 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM4 16.5h3m5 0h8M9.5 19a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
  />
);

// Taste
export const LightIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4"
  />
);
export const DarkIcon = (p: IconProps) => (
  <Glyph {...p} d="M20 14.3A8.5 8.5 0 0 1 9.7 4a8.5 8.5 0 1 0 10.3 10.3Z" />
);
export const SystemIcon = (p: IconProps) => (
  <Glyph {...p} d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-18v18m3-16.3v14.6m3-12.5v10.4" />
);

// The six kinds of workshop order
export const MaintenanceIcon = (p: IconProps) => (
  <Glyph
    {...p}
    d="M12 3.5c3.8 4.6 5.8 7.8 5.8 11a5.8 5.8 0 0 1-11.6 0c0-3.2 2-6.4 5.8-11Zm-2.8 11.3a2.8 2.8 0 0 0 2.8 2.7"
  />
);
