import type { EntryKind, EntryMeta } from "#app/modules/ledger/entry.ts";
import {
  EditIcon,
  EventIcon,
  GiftIcon,
  LapseIcon,
  MaintenanceIcon,
  PeopleIcon,
  PlusIcon,
  ReceiptIcon,
  ReverseIcon,
  StarIcon,
} from "#app/ui/icons.tsx";

/** The picture inside an entry's stamp. */
export function EntryMark({ kind, meta }: { kind: EntryKind; meta: EntryMeta }) {
  if (kind === "reverse" || kind === "cancel") return <ReverseIcon />;
  if (kind === "lapse") return <LapseIcon />;
  switch (meta.for) {
    case "service":
      return <MaintenanceIcon />;
    case "opening":
      return <ReceiptIcon />;
    case "event":
    case "impact":
    case "deposit":
      return <EventIcon />;
    case "gift":
      return <GiftIcon />;
    case "referral":
    case "campaign":
      return <PeopleIcon />;
    case "birthday":
    case "joining":
    case "contest":
      return <StarIcon />;
    case "adjustment":
      return <EditIcon />;
    default:
      return kind === "spend" || kind === "capture" ? <GiftIcon /> : <PlusIcon />;
  }
}
