/** Function words that one language has and its neighbours mostly have not. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is are with for our you your we this or may from by not which',
  fr: 'le la les des du et une dans que pour vous nous votre nos est sur aux avec par sont ces',
  de: 'der die das und ist nicht mit von wir sie ihre zu den dem ein eine für auf werden oder',
  es: 'el los las de y que para con una por su sus usted nuestro nuestra es del como se datos',
  it: 'il lo gli di che per con una della dei delle sono nel alla nostro suo e dati dal questo',
  nl: 'de het een van en dat niet met voor wij uw onze op zijn worden kunnen door aan deze of',
  pt: 'o os as do da que para com uma não dos das você nosso seus são pelo ao seu dados',
  sv: 'och att det som på är för av inte vi din med till eller dina om kan den vår har',
  da: 'og at det som på er for af ikke vi din med til eller dine om kan den vores har',
  pl: 'i w z na do nie się że jest dla oraz przez lub są danych które nasze jako od po',
  tr: 've bir bu için ile olarak veya kişisel da de daha olan gibi kadar tarafından sizin',
  id: 'dan yang untuk dengan anda kami dari atau ini dapat tidak kepada dalam pada akan',
};

const LANGUAGES_BY_WORD = (() => {
  const byWord = new Map<string, string[]>();
  for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
    for (const word of words.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), language]);
  }
  return byWord;
})();

/** Scripts that tell the language; kana before Han, which Japanese shares with Chinese. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp, share: number])[] = [
  ['ja', /[\u3040-\u30ff]/g, 0.1],
  ['ko', /[\uac00-\ud7af\u1100-\u11ff]/g, 0.2],
  ['zh', /[\u3400-\u9fff]/g, 0.2],
  ['ru', /[\u0400-\u04ff]/g, 0.3],
  ['el', /[\u0370-\u03ff]/g, 0.3],
  ['ar', /[\u0600-\u06ff]/g, 0.3],
  ['he', /[\u0590-\u05ff]/g, 0.3],
  ['th', /[\u0e00-\u0e7f]/g, 0.3],
  ['hi', /[\u0900-\u097f]/g, 0.3],
];

const PIECES = 16;
const PIECE_LENGTH = 500;
/** Beyond Latin letters and the punctuation that goes with them. */
const OTHER_SCRIPT = /[\u0370-\u1dff\u3040-\ud7ff]/;
const FEWEST_WORDS = 5;
/** Of running text, a third to a half are such words; lists, and texts in several languages, have fewer. */
const LEAST_SHARE = 0.07;

/**
 * Guesses a text's language: ISO 639-1, or "und" when there is too little to tell. Looks at a sample of bounded
 * size, spread over the text.
 */
export function guessLanguage(text: string): string {
  const sample = sampleOf(text);
  if (!OTHER_SCRIPT.test(sample)) return byFunctionWords(sample);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, pattern, share] of SCRIPTS) {
    const own = sample.match(pattern)?.length ?? 0;
    if (own >= FEWEST_WORDS && own >= letters * share) return language;
  }
  return byFunctionWords(sample);
}

function sampleOf(text: string): string {
  if (text.length <= PIECES * PIECE_LENGTH) return text;
  const step = Math.floor(text.length / PIECES);
  return Array.from({ length: PIECES }, (_, i) => text.slice(i * step, i * step + PIECE_LENGTH)).join(' ');
}

function byFunctionWords(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const language of LANGUAGES_BY_WORD.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best === undefined || words.length < FEWEST_WORDS) return 'und';
  return best[1] >= 2 && best[1] >= words.length * LEAST_SHARE ? best[0] : 'und';
}
