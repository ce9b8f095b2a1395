import type { PartName } from '../parts.js';

/** The code of parts, by name, as their files hand it over. */
const codes = new Map<string, string>();

declare global {
  /** What the file of a part calls. */
  var fineprintPart: (name: string, code: string) => void;
}
globalThis.fineprintPart = (name, code) => {
  codes.set(name, code);
};

/** Loads the code of a part from the file beside this page; rejects with an Error that says which is missing. */
export async function loadPart(name: PartName): Promise<string> {
  if (!codes.has(name)) await runBeside(fileOf(name));
  const code = codes.get(name);
  if (code === undefined) throw missing(name);
  return code;
}

/** Files are named in the page, as their names change with what is in them. */
function fileOf(name: PartName): string {
  return document.getElementById('parts')?.getAttribute(`data-${name}`) ?? name;
}

/** As a script, which is all that browsers load from a disk. */
function runBeside(file: string): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = file;
    // Whether it came shows in what it handed over.
    script.onload = script.onerror = () => {
      script.remove();
      resolve();
    };
    document.head.append(script);
  });
}

const FOR: Readonly<Record<PartName, string>> = {
  html: 'HTML',
  chinese: 'Chinese',
  rule: 'a rule of your own',
  look: 'reports to save',
};

function missing(name: PartName): Error {
  return new Error(
    `${fileOf(name)}, which is for ${FOR[name]}, could not be loaded: keep it in the folder of this page`,
  );
}
