/**
 * The UTF-16 unit at an offset of a text, NaN beyond its end: `text.charCodeAt(at)`, for loops over characters. Where texts of many kinds
 * pass (flat, cut out of others, joined), V8 looks the method up anew for each character, which takes five times as long as the
 * rest of such a loop; so does it the length, which loops ask for once.
 */
export function unitAt(text: string, at: number): number {
  // Written out, V8 takes it for the constant that it is; a variable of a bundle is none.
  return String.prototype.charCodeAt.call(text, at);
}
