import type { Plugin } from 'esbuild';

export const UNREACHED: Readonly<Record<string, string>>;
export const lean: Plugin;
