import { localizeComparison } from '../compare/index.js';
import { type LocaleChoice, localeOf } from '../locale/index.js';
import { localizeReport, ruleTextsIn, type TranslatedRule } from '../report/index.js';
import { isComparison, type Result } from './result.js';

/**
 * A report or comparison with all that it tells people in their language: messages, advice, notes, reasons. Ids, fingerprints, scores, quotes
 * and places stay as they are. `rules`: those of one's own, for the texts that they carry.
 */
export function localize<R extends Result>(
  result: R,
  choice: LocaleChoice,
  rules: readonly TranslatedRule[] = [],
): R {
  const locale = localeOf(choice);
  const textsOf = ruleTextsIn(locale, rules);
  const told: Result = isComparison(result)
    ? localizeComparison(result, locale, textsOf)
    : localizeReport(result, locale, textsOf);
  return told as R;
}
