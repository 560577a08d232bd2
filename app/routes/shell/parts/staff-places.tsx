import { may } from "#app/modules/access/permissions.ts";
import type { Role } from "#app/modules/access/roles.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import {
  CarIcon,
  CheckIcon,
  EventIcon,
  FileIcon,
  GarageIcon,
  GiftIcon,
  HomeIcon,
  InfoIcon,
  KeyIcon,
  MailIcon,
  PeopleIcon,
  PersonIcon,
  QrIcon,
  ReceiptIcon,
  SettingsIcon,
  StarIcon,
  StockIcon,
  TicketIcon,
  UploadIcon,
  WalletIcon,
} from "#app/ui/icons.tsx";
import type { Place } from "#app/ui/place-links.tsx";

/** Where somebody can go from their desk: what their roles open, and nothing that would refuse them. */
export function staffPlaces(
  t: Translate,
  roles: readonly Role[],
  { demo, isMember }: { demo: boolean; isMember: boolean },
): Place[] {
  const places: (Place | false)[] = [
    { to: "/admin", end: true, label: t("staff.today"), icon: <HomeIcon size={18} /> },
    may(roles, "members.list") && {
      to: "/admin/members",
      end: true,
      label: t("desk.members"),
      icon: <PeopleIcon size={18} />,
    },
    may(roles, "claims.decide") && {
      to: "/admin/claims",
      label: t("claims.desk.title"),
      icon: <ReceiptIcon size={18} />,
    },
    may(roles, "leads.work") && {
      to: "/admin/leads",
      label: t("pipeline.title"),
      icon: <CarIcon size={18} />,
    },
    !may(roles, "leads.work") &&
      may(roles, "leads.figures") && {
        to: "/admin/leads/figures",
        label: t("leadFigures.title"),
        icon: <CarIcon size={18} />,
      },
    may(roles, "campaigns.keep") && {
      to: "/admin/campaigns",
      label: t("campaigns.admin.title"),
      icon: <StarIcon size={18} />,
    },
    may(roles, "redemptions.see") && {
      to: "/admin/redemptions",
      label: t("redemptions.desk.title"),
      icon: <GiftIcon size={18} />,
    },
    may(roles, "redemptions.serve") && {
      to: "/admin/vouchers",
      label: t("vouchers.desk.title"),
      icon: <QrIcon size={18} />,
    },
    may(roles, "payments.see") && {
      to: "/admin/payments",
      label: t("payments.list.title"),
      icon: <WalletIcon size={18} />,
    },
    may(roles, "finance.see") && {
      to: "/admin/finance",
      label: t("finance.title"),
      icon: <ReceiptIcon size={18} />,
    },
    may(roles, "events.see") && {
      to: "/admin/events",
      label: t("eventKeeping.title"),
      icon: <EventIcon size={18} />,
    },
    may(roles, "draws.serve") && {
      to: "/admin/draws",
      label: t("drawKeeping.title"),
      icon: <TicketIcon size={18} />,
    },
    may(roles, "gifts.keep") && {
      to: "/admin/gifts",
      label: t("giftKeeping.title"),
      icon: <GiftIcon size={18} />,
    },
    may(roles, "gifts.keep") && {
      to: "/admin/stock",
      label: t("stock.title"),
      icon: <StockIcon size={18} />,
    },
    !may(roles, "gifts.keep") &&
      may(roles, "gifts.report") && {
        to: "/admin/gifts/report",
        label: t("giftReport.title"),
        icon: <GiftIcon size={18} />,
      },
    may(roles, "imports.run") && {
      to: "/admin/imports",
      label: t("staff.imports"),
      icon: <UploadIcon size={18} />,
    },
    may(roles, "orders.answer") && {
      to: "/admin/order-questions",
      label: t("staff.questions"),
      icon: <InfoIcon size={18} />,
    },
    may(roles, "cars.confirm") && {
      to: "/admin/cars",
      label: t("deskCars.title"),
      icon: <GarageIcon size={18} />,
    },
    may(roles, "mails.see") && {
      to: "/admin/mails",
      label: t("staff.mails.title"),
      icon: <MailIcon size={18} />,
    },
    may(roles, "adjustments.ask") && {
      to: "/admin/approvals",
      label: t("staff.approvals"),
      icon: <CheckIcon size={18} />,
    },
    may(roles, "rules.see") && {
      to: "/admin/rules",
      label: t("staff.rules"),
      icon: <SettingsIcon size={18} />,
    },
    may(roles, "audit.see") && {
      to: "/admin/audit",
      label: t("staff.audit"),
      icon: <FileIcon size={18} />,
    },
    may(roles, "staff.manage") && {
      to: "/admin/staff",
      label: t("staff.people"),
      icon: <PeopleIcon size={18} />,
    },
    may(roles, "api-keys.manage") && {
      to: "/admin/api-keys",
      label: t("staff.apiKeys"),
      icon: <KeyIcon size={18} />,
    },
    may(roles, "webhooks.manage") && {
      to: "/admin/webhooks",
      label: t("staff.webhooks"),
      icon: <UploadIcon size={18} />,
    },
    may(roles, "club.change") && {
      to: "/admin/club",
      label: t("staff.club"),
      icon: <GarageIcon size={18} />,
    },
    may(roles, "club.change") && {
      to: "/admin/texts",
      label: t("staff.texts"),
      icon: <FileIcon size={18} />,
    },
    demo && { to: "/demo/mailbox", label: t("staff.letters"), icon: <MailIcon size={18} /> },
    isMember && { to: "/my", label: t("staff.myCard"), icon: <PersonIcon size={18} /> },
  ];
  return places.filter((place) => place !== false);
}
