/** What the gate looks for in the running text of a language. All patterns expect lower case. */
export interface GateWords {
  /** Words on personal data, global. Policies have 8 to 40 of them in a thousand words, texts of other kinds 0 to 3. */
  readonly aboutData: RegExp;
  /** What is done with data, or against it. */
  readonly practices: RegExp;
  /** The end of a text that asks for more. */
  readonly goesOn: RegExp;
  /** Whether the words since the last full stop are a sentence that has no end, and no name, address or date. */
  breaksOff(left: string): boolean;
}

const FEWEST_LEFT = 6;
const FEWEST_CHARACTERS_LEFT = 16;

const ENGLISH: GateWords = {
  aboutData:
    /\b(?:privacy|personal(?:ly)? (?:data|info\w*|identif\w*|details)|(?:your|user|usage|device|contact|location|account) (?:data|info\w*|details)|(?:data|information) (?:about you|we (?:collect|process|receive|use)|protection|subject|controller)|cookies?|gdpr|ccpa|e-?mail address(?:es)?|ip address(?:es)?)\b/g,
  practices:
    /\b(?:collect|gather|receiv|obtain|process|shar(?:e|ing)|disclos|sell|sold|transfer|delet|eras|retain|retention|stor(?:e|ed|es|ing|age)\b|keep|kept|consent|opt[- ](?:out|in)|encrypt|protect)/,
  goesOn:
    /(?:\b(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with|that|which|who|our|your|their|its|this|these|any|such|as|is|are|be|may|will|can|we|if|when|not|other)|,|-)\s*$/,
  breaksOff(left) {
    const words = left.trim().split(/\s+/);
    // Addresses and links at the end of a page have no full stop either, and hold more names than words.
    const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
    return words.length >= FEWEST_LEFT && small * 2 >= words.length && /^\p{Ll}/u.test(words.at(-1) ?? '');
  },
};

const CHINESE: GateWords = {
  aboutData: /个人信息|個人信息|个人资料|個人資料|个人数据|隐私|隱私|私隱|用户信息|您的信息|cookies?/g,
  practices:
    /收集|使用|处理|處理|共享|分享|提供|披露|转让|轉讓|传输|傳輸|存储|儲存|保存|删除|刪除|同意|加密|保护|保護/,
  goesOn: /[，、：；的和或与與及并並将將在向为為对對给給]\s*$/,
  // A name, an address or a date has no comma within.
  breaksOff: (left) => left.trim().length >= FEWEST_CHARACTERS_LEFT && /\p{Script=Han}[，、]/u.test(left),
};

/** English for all languages but Chinese: those without words here are not judged anyway. */
export function gateWords(language: string): GateWords {
  return language === 'zh' ? CHINESE : ENGLISH;
}
