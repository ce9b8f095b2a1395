import type { Severity } from '../ruleset/index.js';

/** How severities are named; shapes tell them apart where colours do not. */
export const SEVERITY: Readonly<Record<Severity, { readonly name: string; readonly shape: string }>> = {
  error: { name: 'Error', shape: '■' },
  warning: { name: 'Warning', shape: '▲' },
  info: { name: 'Info', shape: '●' },
};

export const SEVERITIES = Object.keys(SEVERITY) as readonly Severity[];
