/** In which encoding text was written that does not say so, by how likely each reading of it is. */

/** Encodings that a table may be in. */
export const tableEncodings = [
  "utf-8",
  "gb18030",
  "big5",
  "windows-1252",
  "utf-16le",
  "utf-16be",
] as const;
export type TableEncoding = (typeof tableEncodings)[number];

/** How sure it is in which encoding a text was written. */
export type EncodingGuess =
  | { sure: true; encoding: TableEncoding }
  /** The likeliest readings, best first: which one is right shows to whoever reads them. */
  | { sure: false; candidates: TableEncoding[] };

/**
 * Costs are in nats, minus the logarithm of how often such a character stands in a text of its kind; a
 * reading costs the sum. So a few rare characters outweigh none, and every further name makes it surer. The
 * figures are rough on purpose: what they leave close together is asked.
 */
const COST = {
  ascii: 3,
  /** One of some four hundred that names and workshops' words are made of. */
  usual: 6.3,
  /** In the first part of a national standard, where the characters in daily use are. */
  daily: 9.3,
  /** In its second part. */
  rare: 12,
  symbol: 10,
  /** In none of these: an extension, or a private use. */
  odd: 15,
  /** Chinese next to a Latin letter: a plate and a model have it, a name does not. */
  mixed: 3.5,
  /** What is no character. */
  broken: 25,
  accented: 3.4,
  rareAccented: 5.5,
  /** A second accented letter in a row; few words have two. */
  accentedRow: 3.5,
  /** A capital within a word, a letter that stands by itself, a sign within a word. */
  misplaced: 4,
  sign: 5,
  otherSign: 9,
  /** Two bytes of UTF-8 that are no Western letter: another alphabet's, or an accent by itself. */
  otherLetter: 7.5,
} as const;

/** What is the likelier before anything was read: files that are UTF-8 throughout are, and clubs here write simplified. */
const PRIOR = { otherThanValidUtf8: 4, traditional: 2 };

/** A reading must be so much likelier than the next: about one in four hundred. */
const SURE_BY = 6;

/** A reading that costs more than this for each of its characters beside ASCII is hardly what was written. */
const BELIEVABLE = { chinese: 9.8, latin: 6.6 };

/** So many characters in UTF-8 cannot come about in another encoding. */
const UTF8_PROOF = 12;

const SIMPLIFIED =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧阳司上官" +
  "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂红建华志文玉梅鹏飞宇浩然子轩欣怡梓涵佳俊峰波斌辉玲晓春国庆小大天一思雨雪婷琳颖凤云海燕宁莉新德成永东生福元安心诗嘉瑞晨阳博学良才光清振" +
  "会员号姓名手机邮箱等级卡种入期起始到车架牌型初积分工单门店结算日里程维修类时费配件优惠额实收付款方式客户备注银金家地区本田丰田大众奔驰宝马奥迪保养喷漆事故理赔索赔首现刷微信支宝转账挂账是否男女电话先生士公司有限市省北南西中路合计" +
  "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领学警港澳挂";

const TRADITIONAL =
  "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘于蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏韋付方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯歐陽司上官賴莊洪詹施柯翁游簡" +
  "偉芳娜秀英敏靜麗強磊軍洋勇艷傑娟濤明超蘭霞平剛桂紅建華志文玉梅鵬飛宇浩然子軒欣怡梓涵佳俊峰波斌輝玲曉春國慶小大天一思雨雪婷琳穎鳳雲海燕寧莉新德成永東生福元安心詩嘉瑞晨陽博學良才光清振淑美雅豪君宏冠承恩詠晴品睿宗翰芬惠貞雄義仁信智祥" +
  "會員號姓名手機郵箱等級卡種入期起始到車架牌型初積分工單門店結算日里程維修類時費配件優惠額實收付款方式客戶備註銀金家地區本田豐田大眾奔馳寶馬奧迪保養噴漆事故理賠索賠首現刷微信支寶轉賬掛賬是否男女電話先生士公司有限市省北南西中路合計" +
  "京津滬渝冀豫雲遼黑湘皖魯新蘇浙贛鄂桂甘晉蒙陝吉閩貴粵青藏川寧瓊使領學警港澳掛";

const USUAL_ACCENTED = "éèêëáàâäãåíìîïóòôöõøúùûüñçßæœÉÖÄÜØÅÁÍÓÚÑÇ";
const SIGNS = "‘’“”–—€£°·«»…®™©§²³ªº¿¡\u00A0´";
/** Signs that stand at a letter. */
const AT_LETTERS = "‘’“”–—°·«»…®™²³ªº¿¡\u00A0";

/**
 * Says in which encoding a text was written that is no ASCII and has no mark.
 *
 * @param sample bytes of it, whole lines where there are some.
 * @param validUtf8 whether all of the file is UTF-8.
 */
export function guessEncoding(sample: Uint8Array, validUtf8: boolean): EncodingGuess {
  if (validUtf8 && manyInUtf8(sample)) return { sure: true, encoding: "utf-8" };
  const readings = (["utf-8", "gb18030", "big5", "windows-1252"] as const)
    .map((encoding): Reading => {
      const { cost, believable } = weigh(sample, encoding);
      const prior =
        (validUtf8 && encoding !== "utf-8" ? PRIOR.otherThanValidUtf8 : 0) +
        (encoding === "big5" ? PRIOR.traditional : 0);
      return { encoding, cost: cost + prior, believable };
    })
    .sort((a, b) => a.cost - b.cost);
  const [best, ...others] = readings as [Reading, ...Reading[]];
  const near = others.filter(({ cost }) => cost - best.cost < SURE_BY);
  if (near.length === 0 && best.believable) return { sure: true, encoding: best.encoding };
  const asked = near.length > 0 ? near : others.slice(0, 1);
  return { sure: false, candidates: [best, ...asked].map(({ encoding }) => encoding) };
}

/** How a file begins, read in one encoding. */
export type EncodingReading = { encoding: TableEncoding; text: string };

const READINGS = { shown: 2, lines: 3, longest: 30 };

/** How the first cells that are more than ASCII read in the two likeliest encodings, for somebody to choose. */
export function readingsOf(
  sample: Uint8Array,
  candidates: readonly TableEncoding[],
): EncodingReading[] {
  return candidates.slice(0, READINGS.shown).map((encoding) => {
    const cells = decoded(sample, encoding)
      .split(/[\r\n]+/)
      .flatMap((line) => line.split(/[,;\t]/).find((cell) => /[^\0-\x7F]/.test(cell)) ?? []);
    const shown = cells
      .slice(0, READINGS.lines)
      .map((cell) => cell.trim().slice(0, READINGS.longest));
    return { encoding, text: shown.join(", ") };
  });
}

/** A text as it reads in an encoding; what is none in it becomes U+FFFD. */
export function decoded(bytes: Uint8Array, encoding: TableEncoding): string {
  const decoder = new TextDecoder(encoding);
  // Asked for the whole at once, Node takes windows-1252 for ISO 8859-1, which lacks ’ and €.
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

type Reading = { encoding: TableEncoding; cost: number; believable: boolean };

function manyInUtf8(sample: Uint8Array): boolean {
  let letters = 0;
  for (const byte of sample) if (byte >= 0xc2) letters += byte >= 0xe0 ? UTF8_PROOF / 3 : 1;
  return letters > UTF8_PROOF;
}

type Guessed = "utf-8" | "gb18030" | "big5" | "windows-1252";

/** What a reading costs, and whether it costs no more than such a text may. */
function weigh(sample: Uint8Array, encoding: Guessed): Omit<Reading, "encoding"> {
  const text = decoded(sample, encoding);
  const chinese = encoding === "gb18030" || encoding === "big5" ? chineseOf(encoding) : null;
  const characters = Array.from(text);
  let cost = 0;
  let foreign = 0;
  let foreignCost = 0;
  let ideographs = 0;
  characters.forEach((character, at) => {
    if (character < "\u0080") {
      cost += COST.ascii;
      return;
    }
    const before = characters[at - 1] ?? "";
    const after = characters[at + 1] ?? "";
    const its = chinese
      ? costOfChinese(character, before, after, chinese)
      : IDEOGRAPH.test(character)
        ? costOfUtf8Chinese(character)
        : costOfLatin(character, before, after);
    if (IDEOGRAPH.test(character)) ideographs++;
    cost += its;
    if (character === "\uFFFD") return;
    foreignCost += its;
    foreign++;
  });
  const most = ideographs * 2 > foreign ? BELIEVABLE.chinese : BELIEVABLE.latin;
  return { cost, believable: foreignCost <= most * foreign };
}

const IDEOGRAPH = /\p{Script=Han}/u;
const ASCII_LETTER = /[a-z]/i;

type Chinese = { usual: Set<string>; daily: Set<string>; rare: Set<string>; symbols: Set<string> };

function costOfChinese(
  character: string,
  before: string,
  after: string,
  { usual, daily, rare, symbols }: Chinese,
): number {
  if (character === "\uFFFD") return COST.broken;
  const beside = [before, after].filter((each) => ASCII_LETTER.test(each)).length * COST.mixed;
  if (usual.has(character)) return COST.usual + beside;
  if (daily.has(character)) return COST.daily + beside;
  if (symbols.has(character)) return COST.symbol;
  return (rare.has(character) ? COST.rare : COST.odd) + beside;
}

/** UTF-8 holds both scripts, so each character costs a little more than in an encoding of its own. */
function costOfUtf8Chinese(character: string): number {
  if (chineseOf("gb18030").usual.has(character) || chineseOf("big5").usual.has(character)) {
    return COST.usual + 0.5;
  }
  return COST.daily + 0.5;
}

function costOfLatin(character: string, before: string, after: string): number {
  if (character === "\uFFFD") return COST.broken;
  const [letterBefore, letterAfter] = [/\p{L}/u.test(before), /\p{L}/u.test(after)];
  if (SIGNS.includes(character)) {
    const misplaced = (letterBefore || letterAfter) && !AT_LETTERS.includes(character);
    return COST.sign + (misplaced ? COST.misplaced : 0);
  }
  if (!/\p{L}/u.test(character)) return character < "\u0100" ? COST.otherSign : COST.otherLetter;
  if (character > "\u017F") return COST.otherLetter;
  const usual = USUAL_ACCENTED.includes(character);
  let cost: number = usual ? COST.accented : COST.rareAccented;
  if (before > "\u007F" && letterBefore) cost += COST.accentedRow;
  else if (!letterBefore && !letterAfter) cost += COST.misplaced;
  const small = /\p{Ll}/u;
  if (/\p{Lu}/u.test(character) && letterBefore && (small.test(before) || small.test(after))) {
    cost += COST.misplaced;
  }
  return cost;
}

const known = new Map<"gb18030" | "big5", Chinese>();

/** The parts of a national standard: GB 2312 and its levels 1 and 2, Big5 and its frequent and other characters. */
function chineseOf(encoding: "gb18030" | "big5"): Chinese {
  const found = known.get(encoding);
  if (found) return found;
  const table = (from: number, to: number) => {
    const bytes: number[] = [];
    for (let lead = from; lead <= to; lead++) {
      if (encoding === "big5")
        for (let trail = 0x40; trail <= 0x7e; trail++) bytes.push(lead, trail);
      for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
    }
    return new Set(decoded(Uint8Array.from(bytes), encoding));
  };
  const chinese =
    encoding === "gb18030"
      ? { symbols: table(0xa1, 0xa9), daily: table(0xb0, 0xd7), rare: table(0xd8, 0xf7) }
      : { symbols: table(0xa1, 0xa3), daily: table(0xa4, 0xc6), rare: table(0xc9, 0xf9) };
  const usual = new Set(encoding === "gb18030" ? SIMPLIFIED : TRADITIONAL);
  const made = { usual, ...chinese };
  known.set(encoding, made);
  return made;
}
