/** A category of rules as people write it: "third-party" is "Third party". */
export function categoryName(category: string): string {
  if (category === 'ai') return 'AI';
  return category.charAt(0).toUpperCase() + category.slice(1).replaceAll('-', ' ');
}
