// What a page with another script of its own shares with the reports: selection, filters, keys, strip, light and dark.
export { all, onDo } from './elements.js';
export { type Filters, filterFindings } from './filters.js';
export { listenToKeys } from './keys.js';
export { createSelection } from './selection.js';
export { followView } from './strip.js';
export { listenToTheme } from './theme.js';
