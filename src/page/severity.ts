import type { Severity } from '../ruleset/index.js';
import type { Reader } from './reader.js';

/** Shapes tell severities apart where colours do not. */
const SHAPES: Readonly<Record<Severity, string>> = { error: '■', warning: '▲', info: '●' };

export const SEVERITIES = Object.keys(SHAPES) as readonly Severity[];

/** How severities are named and shown. */
export function severitiesFor({
  words,
}: Reader): Readonly<Record<Severity, { readonly name: string; readonly shape: string }>> {
  const of = (severity: Severity) => ({ name: words.severity[severity], shape: SHAPES[severity] });
  return { error: of('error'), warning: of('warning'), info: of('info') };
}
