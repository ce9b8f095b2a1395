import { english, type Locale, named, type RuleTexts, retold, type Telling } from '../locale/index.js';
import type { RuleData } from '../ruleset/index.js';
import { bareMessage, filled } from './message.js';
import type { Finding, Report } from './schema.js';
import { shorten } from './shorten.js';

/** A rule that may carry its texts in other languages. */
export type TranslatedRule = Pick<RuleData, 'id' | 'translations'>;

/** What the rules say to a reader; undefined for a rule that has no texts in that language. */
export type TextsOf = (ruleId: string) => RuleTexts | undefined;

/** Looks up what rules say in a language: rules of one's own first. */
export function ruleTextsIn(locale: Locale, own: readonly TranslatedRule[] = []): TextsOf {
  const translated = new Map(own.map(({ id, translations = {} }) => [id, named(translations, locale.name)]));
  return (id) => (translated.has(id) ? translated.get(id) : named(locale.rules, id));
}

/**
 * A report as its reader is told of it: messages, reasons and advice in their language. Ids, fingerprints, scores and places stay, and so
 * does what has no text in that language.
 */
export function localizeReport(report: Report, locale: Locale, textsOf: TextsOf): Report {
  if (locale.name === english.name) return report;
  return {
    ...report,
    findings: report.findings.map((finding) => localizeFinding(finding, locale, textsOf)),
    suppressed: report.suppressed.map((finding) => localizeFinding(finding, locale, textsOf)),
    suppressionProblems: report.suppressionProblems.map((problem) => retoldIn(problem, locale)),
    cleared: report.cleared.map((finding) => ({
      ...localizeFinding(finding, locale, textsOf),
      clearedBy: retoldIn(finding.clearedBy, locale),
    })),
    notes: report.notes.map((note) => retoldIn(note, locale)),
  };
}

/** A finding as its reader is told of it. */
export function localizeFinding<F extends Finding>(finding: F, locale: Locale, textsOf: TextsOf): F {
  const texts = textsOf(finding.ruleId);
  const says = texts ? filled(texts.message, finding, locale.words) : bareMessage(finding, locale.words);
  return {
    ...finding,
    message: finding.quote === '' ? says : locale.words.said(shorten(finding.quote), says),
    suggestion: texts?.suggestion ?? finding.suggestion,
    related: finding.related.map((place) =>
      // What has no name of its own is the counterpart of a contradiction.
      place.messageId === undefined && texts?.counterpart !== undefined
        ? { ...place, message: texts.counterpart }
        : retoldIn(place, locale),
    ),
  };
}

function retoldIn<T extends Telling>(told: T, { messages }: Locale): T {
  return { ...told, message: retold(told, messages) };
}
