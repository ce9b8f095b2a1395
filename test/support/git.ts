import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './cli.js';

/** A repository that goes when the test ends, with a commit a state of its files; returns its folder and the commits. */
export function repositoryOf(...states: readonly Readonly<Record<string, string>>[]) {
  const cwd = folderOf({});
  const git = (...args: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgSign=false', ...args],
      {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    ).trim();
  git('init', '-q');
  const commits = states.map((files, i) => {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
    git('add', '-A');
    git('commit', '-q', '-m', `state ${i}`);
    return git('rev-parse', 'HEAD');
  });
  return { cwd, commits, git };
}
