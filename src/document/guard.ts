export function whyNotParse(_text: string): string | undefined {
  return undefined;
}
