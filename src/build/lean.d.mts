import type { Plugin } from 'esbuild';

export const lean: Plugin;
