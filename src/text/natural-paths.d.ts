declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  const tokenizers: {
    RegexpTokenizer: new (options: {
      pattern: RegExp;
      gaps: boolean;
    }) => {
      tokenize(text: string): string[] | null;
    };
  };
  export default tokenizers;
}
