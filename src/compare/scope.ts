import type { Clause } from '../report/index.js';
import type { Value } from './taken-over.js';

/** Whether words that were read for a clause are told of its own verb, and name what their slot asks for. */
export function isOfItsVerb(value: Value, clause: Clause): boolean {
  const { quote } = clause;
  const at = quote.indexOf(value.text);
  if (value.class === 'recipient.named' && LEGAL_FORM.test(value.text)) return false;
  // Words of a lead-in, a heading or a row stand not in the clause.
  if (at === -1) return true;
  const [before, behind] = [quote.slice(0, at), quote.slice(at + value.text.length)];
  if (ASIDE.test(openedIn(before))) return false;
  if (value.class.startsWith('condition.')) return !isOfOneMember(before, behind);
  if (value.class.startsWith('place.')) return !APPENDED.test(openedIn(before));
  if (value.class.startsWith('data.')) return !WE.test(behind) || WE.test(before);
  if (value.class === 'recipient.named') return !isNoRecipient(before, behind);
  return true;
}

/** The words since a parenthesis that is still open. */
function openedIn(before: string): string {
  const open = before.lastIndexOf('(');
  return open > before.lastIndexOf(')') ? before.slice(open + 1) : '';
}

/** A parenthesis with a verb of its own: "(tokens that may be assigned by our vendors)". */
const ASIDE = /\b(?:that|which|who|when|if|you|we|is|are|was|were|may|can|have|has)\b/i;

/** "Your name; with your consent, your photos", "your city and, with your consent, your street": of one member of a list alone. */
function isOfOneMember(before: string, behind: string): boolean {
  return /;/.test(before + behind) || (/\b(?:and|or),\s*$/.test(before) && behind.startsWith(','));
}

/** "Outside the EEA (or UK)": a second name for where data comes from. */
const APPENDED = /^(?:or|and)\s+(?:the\s+)?$/i;

/** What stands before the subject belongs to another verb: "when you save your card, we share …". */
const WE = /\bwe\b/i;

const LEGAL_FORM = /^(?:AB|AG|AS|BV|GmbH|Inc|LLC|Ltd|Limited|PLC|SA|SAS)\.?$/i;
/** "As told in the DPP", "like on Acme". */
const ABOUT = /\b(?:in|on|under|like)\s+(?:the\s+)?$/i;
/** "Acme features", "Acme may share": the name tells which product, or who gives. */
const OF_PRODUCT = /^\s+(?:products?|features?|services?|tools?|apps?|platforms?)\b/;
const GIVES = /^\s+(?:may|might|will|can|could)\s+(?:share|disclose|provide|transfer|sell|send)\b/;

function isNoRecipient(before: string, behind: string): boolean {
  return ABOUT.test(before) || OF_PRODUCT.test(behind) || GIVES.test(behind);
}
