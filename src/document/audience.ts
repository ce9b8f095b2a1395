import type { Audience } from './model.js';

/**
 * Whom headings address, by what they name. Children before regions (a heading "Children in California" is about
 * children), California before other states, regions of Europe before the rest of the world.
 */
const AUDIENCES: readonly (readonly [audience: Audience, names: RegExp])[] = [
  [
    'children',
    /儿童|兒童|未成年|\b(?:child(?:ren)?(?:['’]s)?|minors?|kids?|teens?|teenagers?|students?|pupils?|under (?:the age of )?1[3-8]|coppa|parents?|guardians?)\b/i,
  ],
  ['california', /\b(?:californian?s?|ccpa|cpra|shine the light)\b/i],
  [
    'eea-uk',
    /欧盟|歐盟|欧洲经济区|歐洲經濟區|英国|英國|\b(?:eea|eu|e\.u\.|uk|u\.k\.|gdpr|europe(?:an)?s?|united kingdom|britain|british|switzerland|swiss|germany|german|france|french|italy|spain|netherlands|ireland|austria|belgium|sweden|norway|denmark|finland|poland|portugal|greece)\b/i,
  ],
  [
    'us-state',
    /\b(?:virginia|colorado|connecticut|utah|nevada|texas|oregon|montana|delaware|iowa|nebraska|new jersey|new hampshire|tennessee|indiana|kentucky|maryland|minnesota|rhode island|vermont|florida|washington state|washington my health|illinois|vcdpa|u\.?s\.? state|state[- ]specific|(?:other|certain|various|additional|some|different) (?:u\.?s\.? )?states|us residents|u\.s\. residents|united states residents|residents of (?:the )?(?:u\.?s\.?|united states))\b/i,
  ],
  [
    'other-region',
    /\b(?:brazil(?:ian)?|lgpd|canad(?:a|ian)|qu[eé]bec|austral(?:ia|ian)|new zealand|japan(?:ese)?|korean?|south korea|chin(?:a|ese)|pipl|hong kong|taiwan|india|indian|singapore|thailand|indonesia|malaysia|philippines|vietnam|mexic(?:o|an)|argentina|colombia|chile|peru|south africa|popia|nigeria|kenya|turkey|türkiye|kvkk|russian?|ukraine|israel|saudi arabia|united arab emirates|uae|dubai|latin america|asia(?:[- ]pacific)?|apac|middle east|africa)\b/i,
  ],
];

/** Headings that name a region as a place that data goes to, or a shield between regions, address nobody. */
const NOT_ADDRESSED =
  /\b(?:transfer(?:s|red|ring)?|privacy shield|data privacy framework|adequacy|hosted|servers?|stor(?:e|ed|age)|(?:processed|processing) in|incorporated|governing law|headquarters)\b/i;

/** A heading's words past this many are a sentence that got a heading's mark. */
const LONGEST = 160;

/** Whom a heading addresses, if it says so: residents of a region, children and their parents. */
export function audienceOf(heading: string): Audience | undefined {
  const text = heading.slice(0, LONGEST);
  const audience = AUDIENCES.find(([, names]) => names.test(text))?.[0];
  if (audience === undefined || audience === 'children') return audience;
  return NOT_ADDRESSED.test(text) &&
    !/\b(?:residents?|citizens?|users?|consumers?|individuals?|rights?)\b/i.test(text)
    ? undefined
    : audience;
}
