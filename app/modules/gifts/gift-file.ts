import { cellText, cellWords, isDamaged } from "#app/platform/cell-text.ts";
import type { TableColumn } from "#app/platform/table-header.ts";
import {
  emptyGift,
  type GiftErrorKey,
  type GiftField,
  giftFields,
  type TypedGift,
} from "./gift-fields.ts";

/**
 * The columns of a file of gifts: one for each field of the form, and what only a file says. A row with `sizeOf` is a
 * size or colour of the gift with that SKU: it has an SKU of its own, its names, its stock, and nothing else.
 */
export type GiftColumn = GiftField | "currency" | "stock" | "archived" | SizeColumn;
type SizeColumn = "sizeOf" | "sizeEn" | "sizeZh";

type Names = readonly [column: string, chinese: string, ...others: string[]];

const NAMES: Record<GiftColumn, Names> = {
  sku: ["sku", "货号"],
  kind: ["kind", "类别"],
  titleEn: ["title_en", "英文名称", "title"],
  titleZh: ["title_zh", "中文名称"],
  points: ["points", "积分"],
  money: ["money_minor", "另付金额"],
  currency: ["currency", "币种"],
  stock: ["stock", "库存"],
  tier: ["tier", "等级"],
  limitPerMember: ["limit_per_member", "每人限兑"],
  fulfilment: ["fulfilment", "领取方式"],
  aboutEn: ["about_en", "英文介绍"],
  aboutZh: ["about_zh", "中文介绍"],
  cost: ["cost_minor", "成本"],
  limitTotal: ["limit_total", "总限量"],
  voucherUses: ["voucher_uses", "兑换券次数"],
  voucherDays: ["voucher_days", "兑换券天数"],
  drawing: ["drawing", "图画"],
  visibleFrom: ["visible_from", "开始展示"],
  visibleUntil: ["visible_until", "停止展示"],
  availableFrom: ["available_from", "开始兑换"],
  availableUntil: ["available_until", "停止兑换"],
  lowAt: ["low_at", "库存提醒"],
  termsEn: ["terms_en", "英文使用条款", "英文使用说明"],
  termsZh: ["terms_zh", "中文使用条款", "中文使用说明"],
  archived: ["archived", "归档"],
  sizeOf: ["size_of", "所属货号"],
  sizeEn: ["size_en", "英文规格"],
  sizeZh: ["size_zh", "中文规格"],
};

const REQUIRED: readonly GiftColumn[] = [
  "sku",
  "kind",
  "titleEn",
  "titleZh",
  "points",
  "fulfilment",
];

/** In the order in which they stand in a file of ours. */
export const giftColumns = Object.keys(NAMES) as GiftColumn[];

/** What a column is called in a file of ours. */
export const columnName = (column: GiftColumn): string => NAMES[column][0];

/** A file of gifts as its reader knows it. */
export const giftFile = {
  keyField: "sku",
  columns: giftColumns.map((field): TableColumn<GiftColumn> => {
    const [column, chinese, ...others] = NAMES[field];
    return { field, chinese, english: [column, ...others], required: REQUIRED.includes(field) };
  }),
} as const;

/** Text that people read keeps its own characters and lines. */
const WORDS: readonly GiftColumn[] = [
  "titleEn",
  "titleZh",
  "aboutEn",
  "aboutZh",
  "termsEn",
  "termsZh",
  "sizeEn",
  "sizeZh",
];

/** A row of the file: what it says of a gift, by the columns that the file has. */
export type GiftRow = {
  line: number;
  typed: Partial<TypedGift>;
  currency: string | null;
  /** As it stands there; null where the file has no such column, or nothing in it. */
  stock: string | null;
  archived: boolean | null;
  /** Where the row is a size: the SKU of its gift, and its names; null where the file has no column for one. */
  size: { of: string; nameEn: string | null; nameZh: string | null } | null;
  damaged: boolean;
};

/**
 * A row's cells as the form of a gift would have them.
 *
 * @param has the columns that the file has: what it has no column for is left as it is.
 */
export function readGiftRow(
  line: number,
  cells: Readonly<Record<GiftColumn, string>>,
  has: ReadonlySet<GiftColumn>,
): GiftRow {
  const text = (column: GiftColumn) =>
    WORDS.includes(column) ? cellWords(cells[column]).trim() : cellText(cells[column]);
  const given = (column: GiftColumn) =>
    has.has(column) && text(column) !== "" ? text(column) : null;
  const archived = given("archived");
  const sizeOf = given("sizeOf");
  return {
    line,
    typed: Object.fromEntries(
      giftFields.filter((field) => has.has(field)).map((field) => [field, text(field)]),
    ),
    currency: given("currency"),
    stock: given("stock"),
    archived: has.has("archived") ? /^(yes|y|1|true|是)$/i.test(archived ?? "") : null,
    size:
      sizeOf === null
        ? null
        : {
            of: sizeOf.toUpperCase(),
            nameEn: has.has("sizeEn") ? text("sizeEn") : null,
            nameZh: has.has("sizeZh") ? text("sizeZh") : null,
          },
    damaged: isDamaged(cells),
  };
}

/**
 * A gift as a row describes it.
 *
 * @param before how it is; what a new one begins with, where there is none.
 */
export const describedBy = (row: GiftRow, before: TypedGift = emptyGift): TypedGift => ({
  ...before,
  ...row.typed,
});

/** Why a row is not taken; nothing of it is. */
export type GiftRowRefusal =
  | { reason: "fields"; errors: { field: GiftField; error: GiftErrorKey }[] }
  | {
      reason:
        | "damaged"
        | "repeated"
        | "sku-taken"
        | "stock"
        | "stock-of-sizes"
        | "stock-elsewhere"
        | "no-such-gift"
        | "size-name"
        | "last-variant";
    }
  | { reason: "currency"; currency: string };

export type GiftRowOutcome = { line: number; sku: string } & (
  | { outcome: "new"; pieces: number }
  | {
      outcome: "changed";
      fields: (GiftField | "archived" | "stock" | "sizeEn" | "sizeZh")[];
      /** How many save for the gift, where it has another price. */
      savers: number;
    }
  | { outcome: "unchanged" }
  | ({ outcome: "rejected" } & GiftRowRefusal)
);
