/** A small lexicon and a rule that uses it, as their files would hold them. */
export const LEXICON = `language: en
classes:
  action.share:
    phrases: [share, '"disclosed"']
  recipient.generic:
    phrases:
      - our (trusted|) partner
      - '@recipient.core ..2 group'
  recipient.core:
    specific: true
    phrases: [acme]
`;

export const RULE = `id: third-party/sample
severity: warning
confidence: 0.7
message: who receives the data stays open
why: Nobody can ask a recipient whose name is not known.
suggestion: name the recipients
references:
  - { law: GDPR, article: 13(1)(e) }
given:
  - action: [share]
    slots:
      recipient: { some: [recipient.generic], none: [recipient.core] }
    says: ['we ..3 share']
    lacks: ['it''s "no" partner']
quote: recipient
clearedBy:
  - within: section
    says: [list of @recipient]
  - within: document
    link: [partner list]
    for: { action: [share], says: [we share] }
examples:
  bad: ['[[a]] 1', '[[a]] 2', '[[a]] 3', '[[a]] 4', '[[a]] 5']
  good: [b 1, b 2, b 3, b 4, b 5]
`;

/** The sample with one piece of its text replaced; the piece has to be there. */
export function changed(text: string, piece: string, by: string): string {
  if (!text.includes(piece)) throw new Error(`the sample does not hold ${piece}`);
  return text.replace(piece, () => by);
}
