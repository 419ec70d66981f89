import { type Locale, LOCALES } from '#vocab/language.ts';
import { wordsOf } from '#forum/search/index.ts';

/**
 * Words of every text: pronouns, auxiliaries, adverbs, connectives. They say what language a text is in, and nothing of what
 * it is about.
 */
const LISTS: Record<Locale, string> = {
  en: `about above after again all almost alone along already also although always among an and another any are around as at
    away be because been before being below between both but by can cannot could did do does doing done down during each early
    either else even ever every few first for from further get give given goes had has have having he her here hers him his how
    however i if in including instead into is it its itself just last later least less like made make makes making many may might
    more most much must namely near neither never next no nor not nothing now of off often on once one only onto or other others
    otherwise our out over own per perhaps put rather same second seem several shall she should since so some soon still such
    take taken takes than that the their them themselves then there these they thing things this those though three through thus
    to together too toward towards two under until up upon us use used uses using very was way ways we well were what when where
    whether which while who whole whom whose why will with within without would yet you your`,
  fr: `afin ai ainsi alors après au aucun aujourd aussi autre autres aux avant avec avoir avait ayant c ce cela celle celles celui
    cependant certains ces cet cette ceux chaque chez comme comment contre d dans de depuis des dès deux donc dont du elle elles en
    encore entre est et étaient était étant été être eu eux fait faire fois font grâce hors ici il ils jamais jusque l la le
    lequel les leur leurs lors lorsque lui mais malgré même mêmes mieux moins n ne ni non nos notre nous on ont ou où par parce
    parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi près puis quand que quel quelle quelles quels qui quoi sa
    sans se selon sera seront ses seulement si sien soit sont sous souvent suis sur tant tel telle telles tels tous tout toute
    toutes très trop un une vers voici voilà vos votre vous y`,
  es: `a además ahí ahora al algo alguna algunas alguno algunos ante antes aquel aquella aquellos aquí así aun aún aunque bajo
    bien cada casi como con contra cual cuales cuando cuanto de del desde donde dos durante e él el ella ellas ellos en entre era
    eran es esa esas ese eso esos esta está están estas este esto estos fue fueron gracias ha haber había hace hacen hacer hacia
    han hasta hay la las le les lo los luego mas más me mediante menos mientras mismo mismos misma mismas muchas mucho muchos muy
    nada ni ningún ninguna no nos nosotros nuestra nuestro o otra otras otro otros para pero poco pocos por porque primero pueda
    puede pueden pues que qué quien quienes se sea sean según ser será si sí sido siempre sin sino sobre solo sólo son su sus
    también tan tanto te tiene tienen toda todas todavía todo todos tras tres un una unas uno unos y ya`,
  ar: `في من على إلى عن مع أن إن هذا هذه ذلك تلك التي الذي الذين اللذين اللاتي ما لا لم لن ليس كان كانت يكون تكون قد كل بعض غير
    بين أو و ثم حيث كما لكن بل أي هو هي هم هن نحن أنا أنت كذلك أيضا فقط عند عندما منذ حتى إذا لدى خلال بعد قبل ضمن حول نحو عبر
    دون بدون أكثر أقل جدا مثل سوى لقد وقد كانوا يتم تم وهو وهي ومن وفي إنه أنه إنها أنها منها منه فيها فيه لها له لهم بها به عليها
    عليه وذلك وهذا وهذه`,
};

const SMALL: Record<Locale, ReadonlySet<string>> = {
  en: new Set(wordsOf(LISTS.en)),
  fr: new Set(wordsOf(LISTS.fr)),
  es: new Set(wordsOf(LISTS.es)),
  ar: new Set(wordsOf(LISTS.ar)),
};

/** Whether a folded word is one of those that every text of a language has. */
export function isSmall(word: string, language: Locale): boolean {
  return SMALL[language].has(word);
}

/** A language shows in the first words as well as in all; so many characters are read. */
const READ = 5_000;

/** The language that a text is most likely written in; English where nothing tells. */
export function languageOf(text: string): Locale {
  const words = wordsOf(text.slice(0, READ));
  const times = LOCALES.map((locale) => words.filter((word) => isSmall(word, locale)).length);
  const arabic = words.filter((word) => /\p{Script=Arabic}/u.test(word)).length;
  return arabic * 2 > words.length ? 'ar' : LOCALES[times.indexOf(Math.max(...times.slice(0, 3)))]!;
}
