/**
 * What natural's two files import and the stemmer and tokenizer never reach, and what stands for it: all of underscore for one of its functions,
 * a stemmer that also takes texts apart and knows stop words, and other languages. They would be a tenth of what browsers load.
 */
export const UNREACHED = {
  underscore: 'exports.without = (list, ...gone) => list.filter((item) => !gone.includes(item));',
  './stemmer': 'module.exports = class {};',
  './orthography_matchers': 'module.exports = {};',
};

/** Leaves them out of a bundle. */
export const lean = {
  name: 'lean natural',
  setup(build) {
    const filter = new RegExp(`^(?:${Object.keys(UNREACHED).join('|')})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'lean' }));
    build.onLoad({ filter, namespace: 'lean' }, ({ path }) => ({ contents: UNREACHED[path] }));
  },
};
