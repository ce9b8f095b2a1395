const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4,
  quarter: 91,
  year: 365,
  decade: 3650,
};

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  eighteen: 18,
  'twenty-four': 24,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

const LENGTH =
  /(\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)?)[\s-]+(?:\(\d+\)\s*)?(?:calendar |business |working )?(hour|day|week|month|quarter|year|decade)s?\b/g;

/** The longest length of time that words name, in days; undefined if they name none. */
export function daysIn(text: string): number | undefined {
  const days = Array.from(text.toLowerCase().matchAll(LENGTH), ([, number = '', unit = '']) => {
    const count = NUMBERS[number] ?? Number(number.replace(',', '.'));
    return count * (DAYS[unit] as number);
  }).filter((length) => Number.isFinite(length));
  return days.length === 0 ? undefined : Math.max(...days);
}
