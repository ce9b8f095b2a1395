import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The page of a built-in rule as a file that comes with the package, for links in terminals and editors. */
export function rulePageUrl(ruleId: string): string {
  return pathToFileURL(join(packageFolder(), 'rules', `${ruleId}.md`)).href;
}

let known: string | undefined;

/** The nearest folder above this file that is a package: whether it runs from its sources or from what is built of them. */
function packageFolder(): string {
  if (known !== undefined) return known;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  known = folder;
  return folder;
}
