import type { Plugin, Transformer } from 'unified';
import { readHtml } from '../document/html/index.js';
import { rulePageUrl } from '../node/index.js';
import { type AnalyzerOptions, createAnalyzer, type Finding } from '../report/index.js';
import { builtin } from '../ruleset/index.js';
import { chinese } from '../ruleset/zh/index.js';

/** Options of the plugin: those of an analysis, and where the pages of rules are. */
export interface RemarkFineprintOptions
  extends Pick<
    AnalyzerOptions,
    | 'presets'
    | 'rules'
    | 'minConfidence'
    | 'extraRules'
    | 'extraLexicons'
    | 'format'
    | 'today'
    | 'ignoreDirectives'
  > {
  /** Messages link to `<docsUrl>/<rule>.md`; without it, to the page that comes with the package. */
  readonly docsUrl?: string | undefined;
}

/** What a message is told by; vfile's own type, without depending on it. */
type File = Parameters<Transformer>[1];

const OPTIONS: Readonly<Record<keyof RemarkFineprintOptions, true>> = {
  presets: true,
  rules: true,
  minConfidence: true,
  extraRules: true,
  extraLexicons: true,
  format: true,
  today: true,
  ignoreDirectives: true,
  docsUrl: true,
};

/** Options come from files that no compiler looks at, and a slip in one would leave the rest judged as if it were not there. */
function checkOptions(given: unknown): void {
  const names = Object.keys(OPTIONS);
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new TypeError(`the options of fineprint are ${JSON.stringify(given)}; write { ${names[0]}: … }`);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new TypeError(`fineprint has no option "${unknown}"; use ${names.join(', ')}`);
  const { docsUrl } = given as RemarkFineprintOptions;
  if (docsUrl !== undefined && typeof docsUrl !== 'string')
    throw new TypeError(`docsUrl is ${JSON.stringify(docsUrl)}; write the address of a folder of pages`);
}

const BUILTIN: ReadonlySet<string> = new Set(builtin.rules.map(({ id }) => id));

/**
 * A unified plugin that puts findings on the file as messages: errors are fatal, warnings are warnings, the rest is info. It reads
 * the file's own text and leaves the tree as it is. Throws TypeError, OptionError or RuleError for options that cannot be followed.
 */
const remarkFineprint: Plugin<[RemarkFineprintOptions?]> = (given) => {
  checkOptions(given ?? {});
  const { docsUrl, format = 'markdown', ...options } = given ?? {};
  // As on the command line, what was let pass until a day is told again after it.
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const analyzer = createAnalyzer({ languages: [chinese], ...options, today, readers: { html: readHtml } });
  return (_, file) => {
    const { findings, suppressionProblems, notes } = analyzer.analyze({
      text: String(file),
      path: file.path,
      format,
    });
    for (const finding of findings) addFinding(file, finding, docsUrl);
    for (const { code, message, position } of suppressionProblems) {
      file.message(message, { source: 'fineprint', ruleId: `suppression-${code}`, ...placeOf(position) });
    }
    for (const { code, message } of notes) file.info(message, { source: 'fineprint', ruleId: code });
  };
};

const FATAL = { error: true, warning: false, info: undefined } as const;

function addFinding(file: File, finding: Finding, docsUrl: string | undefined): void {
  const { ruleId, severity, message: reason, quote, suggestion, references, position } = finding;
  const message = file.message(reason, { source: 'fineprint', ruleId, ...placeOf(position) });
  const laws = references.map(({ law, article }) => `${law} ${article}`).join('; ');
  message.fatal = FATAL[severity];
  message.actual = quote;
  message.note = laws === '' ? suggestion : `${suggestion}\nSee ${laws}.`;
  const url = urlOf(ruleId, docsUrl);
  if (url !== undefined) message.url = url;
}

function placeOf(position: Finding['position']): { place?: NonNullable<Finding['position']> } {
  return position ? { place: position } : {};
}

/** Rules of one's own have pages only where it is said. */
function urlOf(ruleId: string, docsUrl: string | undefined): string | undefined {
  if (docsUrl !== undefined) return `${docsUrl.replace(/\/+$/, '')}/${ruleId}.md`;
  return BUILTIN.has(ruleId) ? rulePageUrl(ruleId) : undefined;
}

export { remarkFineprint };
export default remarkFineprint;
