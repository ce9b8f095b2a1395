// What a full stop after a word may mean, besides the end of a sentence. English, with the signs of law in other languages.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Never at a sentence's end: something must follow. */
export const OPENING = set(
  'mr mrs ms mx dr prof hon rev st ste vs v cf e.g i.e eg ie viz ca approx incl resp messrs attn tel al fig',
);

/** Before a number, a letter or a bracket they point at something. */
export const POINTING = set(
  'no nos nr art arts sec secs sect ch chap para paras par p pp pt pts reg regs cl vol ss ext app abs rec recs lit',
);

/** May end a sentence; do so only before a word that usually begins one. */
export const CLOSING = set(
  'inc ltd co corp llc llp plc gmbh ag bv b.v n.v s.a s.r.l s.l a/s pty pte pvt bros assn dept div univ u.s u.k e.u u.s.a u.n ' +
    'd.c p.o ph.d jr sr ave blvd rd bldg ste fl apt jan feb mar apr jun jul aug sep sept oct nov dec est max min govt intl cal stat cir int',
);

/** Words that usually begin a sentence when a capital, or a full stop, stands before them. */
export const STARTERS = set(
  'we you the this these those that our your if in on at for when where while although however it its they their there ' +
    'by please to as any all some such each every no not in under upon with without from after before because since once ' +
    'an and but or i he she what how who why which whenever do does did should may will can must here ' +
    'additionally also further furthermore moreover therefore thus accordingly finally similarly for personal information data cookies',
);

/** Words that begin a sentence even in small letters, after a full stop. */
export const CARELESS_STARTERS = set('we you if this these our your please however i it they when');
