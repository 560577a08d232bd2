import { type ClubWords, LONGEST_WORD, noClubWords, wordKey, wordsOf } from "./order-word.ts";

/**
 * Who pays an order: the owner at the counter, the owner later (`on-account`), or somebody else.
 * `unknown` is a word that is not on the list. Such an order is kept, and earns nothing until the club has said
 * what the word means, or a corrected row says who paid: no reason for refusing a row speaks of its payment.
 */
export type Payer = "owner" | "on-account" | "someone-else" | "unknown";

/** What a word can be said to mean. */
export const KNOWN_PAYERS = ["owner", "on-account", "someone-else"] as const;

/**
 * The words of workshop exports (the column 付款方式), simplified and traditional, and English for them. What may be
 * points or a voucher, or was paid in advance, is not on the list: the club says what it means by it.
 */
const words = /* @__PURE__ */ wordsOf<Payer>({
  owner: `
    现金 現金 现付 現付 现结 現結 cash
    微信 微信支付 微信付款 微信扫码 微信掃碼 微信转账 wechat wechat-pay weixin weixin-pay wx
    支付宝 支付寶 支付宝支付 支付宝扫码 花呗 花唄 alipay
    刷卡 银行卡 銀行卡 信用卡 借记卡 借記卡 储蓄卡 儲蓄卡 贷记卡 pos pos机 pos機 pos刷卡 刷pos
    银联 銀聯 银联卡 銀聯卡 云闪付 雲閃付 unionpay
    card bank-card credit-card debit-card visa mastercard apple-pay
    扫码 掃碼 扫码支付 扫码付款 掃碼支付 二维码 二維碼 聚合支付 收钱吧 数字人民币 數字人民幣 ecny
    转账 转帐 轉賬 轉帳 银行转账 银行转帐 銀行轉賬 銀行轉帳 对公转账 对公 汇款 匯款 电汇 電匯 网银 網銀 支票
    transfer bank-transfer wire cheque check
    自费 自費 自付 客户自付 客户付 客付 客户 客戶 车主 車主 车主付 车主自付 个人 個人 owner customer customer-pay retail`,
  "on-account": `
    挂账 挂帐 挂賬 掛账 掛帳 掛賬 记账 记帐 記賬 記帳 赊账 赊帐 賒賬 賒帳 月结 月結 签单 簽單 欠款 欠账 欠帐 未付 未结
    应收 應收 on-account onaccount house-account charge-account monthly-account receivable unpaid`,
  "someone-else": `
    保险 保險 保险公司 保險公司 保险理赔 保險理賠 保险直赔 直赔 直賠 理赔 理賠
    厂家 廠家 厂方 廠方 厂商 廠商 主机厂 主機廠 厂家支付 厂家索赔 索赔 索賠 三包 质保 質保 保修
    内部 內部 内结 內結 内部结算 公司承担 公司承擔 店内承担 免费 免費 赠送 贈送 招待
    insurance insurer insurance-company manufacturer factory oem warranty internal dealer goodwill free complimentary
    someone-else`,
});

/** What stands between two ways of paying one invoice, and the sums beside them. */
const between = /[+＋/／、,，;；&＆|和及与與]|\band\b/u;
const sums = /[¥￥]?\d[\d.,，]*(?:元|圆|rmb|cny)?|[:：]/giu;

/**
 * Who a cell says has paid. Where it names several ways (`现金+微信`, `现金200；刷卡86`), all have to be of one payer;
 * what is partly on account waits as a whole. Of an invoice that the owner and somebody else share nothing says
 * how much was the owner's: that is unknown.
 */
export function readPayer(cell: string, club: ClubWords = noClubWords): Payer {
  const whole = payerOf(wordKey(cell), club);
  if (whole !== null) return whole;
  const payers = new Set(partsOf(cell).map((part) => payerOf(part, club)));
  if (payers.size === 0 || payers.has(null)) return "unknown";
  if (payers.has("someone-else")) return payers.size === 1 ? "someone-else" : "unknown";
  return payers.has("on-account") ? "on-account" : "owner";
}

/** What a cell says without its sums, in one spelling that `readPayer` reads alike. Empty where it says nothing. */
export function paymentWord(cell: string): string {
  return partsOf(cell).join("+").slice(0, LONGEST_WORD);
}

/** What the club has to be asked about a word that is unknown: the one way of paying that is, or all of them. */
export function unknownPayment(word: string, club: ClubWords = noClubWords): string {
  const unknown = partsOf(word).filter((part) => payerOf(part, club) === null);
  return unknown[0] ?? word;
}

function partsOf(cell: string): string[] {
  return cell
    .split(between)
    .map((part) => wordKey(part.replace(sums, "")))
    .filter((part) => part !== "");
}

function payerOf(key: string, club: ClubWords): Payer | null {
  return club.payers.get(key) ?? words.get(key) ?? null;
}
