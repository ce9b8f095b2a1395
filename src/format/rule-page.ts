import {
  type Evidence,
  type FrameTest,
  inPreset,
  type Preset,
  type Rule,
  type RuleData,
  type SentenceTest,
} from '../ruleset/index.js';

/** The first line of a page, by which a page that was written from a rule is told from others. */
export const PAGE_MARK = '<!-- Written by `fineprint rules docs`; do not edit. -->';

/** A rule as a page of Markdown: what it flags, why, what clears it, examples, references. */
export function rulePage(rule: Rule & RuleData, presets: readonly Preset[]): string {
  const inside = presets.filter((preset) => inPreset(preset, rule.id)).map(({ name }) => `\`${name}\``);
  return [
    PAGE_MARK,
    `# ${rule.id}`,
    `${rule.severity}, ${Math.round(rule.confidence * 100)}% sure.${inside.length > 0 ? ` In the presets ${inside.join(', ')}.` : ''}`,
    `> “…” ${rule.message}`,
    '## Why',
    rule.why.trim(),
    '## What it flags',
    ...flagged(rule),
    '## What clears it',
    cleared(rule),
    '## What to write instead',
    rule.suggestion.trim(),
    '## Examples',
    'Found, the words in `[[…]]`:',
    ...rule.examples.bad.map(example),
    'Not found:',
    ...rule.examples.good.map(example),
    ...inChinese(rule),
    ...(rule.references.length === 0
      ? []
      : ['## References', bullets(rule.references.map(({ law, article }) => `${law} ${article}`))]),
  ]
    .join('\n\n')
    .concat('\n');
}

function flagged({ once, quote, given, stated, claim, against }: Rule & RuleData): string[] {
  if (claim && against)
    return [
      'Each of these:',
      bullets(claim.map(frameInWords)),
      'where another place is one of these:',
      bullets(against.map(frameInWords)),
    ];
  return [
    `${once ? 'The first of the policy' : 'Each'} of these${quote === 'clause' ? '' : `; the ${quote} is quoted`}:`,
    bullets([...given.map(frameInWords), ...stated.map(sentenceInWords)]),
  ];
}

function cleared({ clearedBy, unless }: Rule & RuleData): string {
  if (unless)
    return bullets([`in its sentence, one beside it or its heading: words like ${phrases(unless)}`]);
  if (clearedBy.length === 0) return 'Nothing: the words themselves are the matter.';
  return bullets(clearedBy.map(evidenceInWords));
}

const ABOUT_CLASSES =
  'On the pages of the rules, names with dots (`data.contact`) are classes: each language has its words for them, in `rules/lexicon/<language>`.';

/** A list of all rules with links to their pages, by category. */
export function ruleIndex(rules: readonly Rule[]): string {
  const categories = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))].sort();
  const table = (category: string): string =>
    [
      '| rule | severity | says |',
      '| --- | --- | --- |',
      ...rules
        .filter(({ id }) => id.startsWith(`${category}/`))
        .map(
          ({ id, severity, message }) =>
            `| [${id}](${id}.md) | ${severity} | ${message.replaceAll('|', '\\|')} |`,
        ),
    ].join('\n');
  return [
    PAGE_MARK,
    '# Rules',
    ABOUT_CLASSES,
    ...categories.flatMap((category) => [`## ${category}`, table(category)]),
  ]
    .join('\n\n')
    .concat('\n');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function inChinese({ examples: { zh, notApplicable } }: Rule): string[] {
  if (notApplicable) return [`Not applied to Chinese: ${notApplicable.zh}`];
  if (!zh) return [];
  return ['In Chinese, found:', ...zh.bad.map(example), 'Not found:', ...zh.good.map(example)];
}

/** In a fence longer than any in the example. */
function example(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}md\n${text.trim()}\n${fence}`;
}

function frameInWords(test: FrameTest): string {
  return [
    ...(test.action ? [`a clause of ${classes(test.action)}`] : []),
    ...(test.polarity ? [test.polarity.join(' or ')] : []),
    ...(test.modality ? [`with the modal verb ${test.modality.join(' or ')}`] : []),
    ...(test.inherited === undefined
      ? []
      : [test.inherited ? 'taken over from a lead-in' : 'with a verb of its own']),
    ...Object.entries(test.slots ?? {}).flatMap(([slot, asked]) => slotInWords(slot, asked)),
    ...placeInWords(test),
  ].join('; ');
}

function slotInWords(slot: string, test: NonNullable<NonNullable<FrameTest['slots']>['data']>): string[] {
  const { some, none, only, first, specific, present } = test;
  return [
    ...(present === undefined ? [] : [`${present ? 'some' : 'no'} ${slot} said`]),
    ...(specific === undefined ? [] : [`${specific ? 'a' : 'no'} ${slot} that identifies something`]),
    ...(some ? [`${slot} ${classes(some)}`] : []),
    ...(only ? [`${slot} only ${classes(only)}`] : []),
    ...(first ? [`first ${slot} ${classes(first)}`] : []),
    ...(none ? [`${slot} none of ${names(none)}`] : []),
  ];
}

function sentenceInWords(test: SentenceTest): string {
  return [`a sentence with words of ${classes(test.classes)}`, ...placeInWords(test)].join('; ');
}

function placeInWords({ audience, outside, says, lacks }: FrameTest | SentenceTest): string[] {
  return [
    ...(audience ? [`in a section for ${audience.join(' or ')}`] : []),
    ...(outside ? [`in no section for ${outside.join(' or ')}`] : []),
    ...(says ? [`beside words of ${phrases(says)}`] : []),
    ...(lacks ? [`without words of ${phrases(lacks)}`] : []),
  ];
}

const WHERE: Readonly<Record<Evidence['within'], string>> = {
  clause: 'in the clause itself',
  sentence: 'in the sentence',
  block: 'in the paragraph, item or table row',
  list: 'in the list that it introduces',
  'lead-in': 'in the sentence that introduces it',
  section: 'in the section',
  document: 'anywhere in the policy',
};

function evidenceInWords({ within, frame, says, link, for: trigger }: Evidence): string {
  const what = frame
    ? frameInWords(frame)
    : says
      ? `words of ${phrases(says)}`
      : `a link with words of ${phrases(link ?? [])}`;
  return `${WHERE[within]}: ${what}${trigger ? ` (where ${frameInWords(trigger)})` : ''}`;
}

function classes(all: readonly string[]): string {
  return all.map((name) => `\`${name}\``).join(' or ');
}

function names(all: readonly string[]): string {
  return all.map((name) => `\`${name}\``).join(', ');
}

/** A phrase that is a class is shown by its name. */
function phrases(texts: readonly string[]): string {
  return texts
    .map((text) => text.replace(/^@([a-z0-9.-]+)$/, '$1'))
    .map((text) => (text.includes('`') ? text : `\`${text}\``))
    .join(' or ');
}
