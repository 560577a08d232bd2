/**
 * What people make long passwords of when they are asked for one: the words and names at the head of
 * every published list of leaked passwords, English and Chinese (in pinyin), and those that suggest
 * themselves at a car club. Lower case, with letters for the digits that stand for them.
 */
export const COMMON_WORDS = new Set(
  `password passwort passcode passphrase pass word admin administrator root user guest login signin
  welcome letmein changeme change default secret access master hello whatever trustno test testing
  temp demo sample example iloveyou iloveu loveyou lovely love forever always baby angel princess
  sunshine shadow dragon monkey tiger eagle panther lion horse wolf football baseball basketball
  soccer hockey superman batman spiderman starwars pokemon naruto minecraft fortnite michael jordan
  jennifer jessica michelle ashley daniel thomas robert charlie andrew joshua matthew nicole amanda
  london paris berlin newyork america england liverpool chelsea arsenal barcelona
  computer internet google facebook twitter instagram youtube microsoft windows apple samsung iphone
  android summer winter spring autumn january february march april june july august september october
  november december monday tuesday wednesday thursday friday saturday sunday flower cookie chocolate
  coffee banana orange purple silver golden yellow black white green
  freedom heaven jesus christ blessed family mother father sister brother friend friends
  qwerty qwertz azerty asdf zxcv qazwsx wsx edc rfv abcd
  club member member owner owners points gift service dealer garage mycar car cars auto
  mercedes porsche ferrari toyota honda bmw audi tesla volkswagen nissan lexus buick mazda volvo
  woaini woaiini aini wodemima mima mimi wode woshi zhongguo china beijing shanghai guangzhou shenzhen
  wuhan chengdu hangzhou baobao laopo laogong baobei nihao jiayou qinaide tianxia pengyou mama baba
  wang zhang chen yang huang zhao zhou`
    .split(/\s+/)
    .filter((word) => word.length >= 3),
);

/** Rows and columns along which fingers run, and what people count. */
export const COMMON_RUNS = [
  "0123456789012345678901234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "!@#$%^&*()_+",
  "5201314520131452013145201314",
  "1314520131452013145201314520",
  "147258369147258369",
  "159357159357",
];
