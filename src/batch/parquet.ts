import { PROFILE_KEYS } from '../ruleset/index.js';
import { BatchError } from './error.js';
import { type RowLine, rowLines } from './rows.js';

type Value = string | number | undefined;
type Cells = Readonly<Record<string, Value>>;
type ColumnType = 'STRING' | 'INT32';
type Columns = readonly (readonly [name: string, type: ColumnType])[];

/** What is used of hyparquet-writer, an optional peer. */
interface Writers {
  readonly ParquetWriter: new (options: {
    writer: unknown;
    schema: unknown;
  }) => {
    write(options: { columnData: { name: string; data: Value[] }[] }): void | Promise<void>;
    finish(): void | Promise<void>;
  };
  readonly fileWriter: (path: string) => unknown;
}

const ROWS_AT_ONCE = 5000;

/** Loads hyparquet-writer. Throws BatchError where it is not installed. */
export async function loadParquet(): Promise<Writers> {
  return import('hyparquet-writer').then(
    (loaded) => loaded as unknown as Writers,
    () => {
      throw new BatchError(
        'hyparquet-writer cannot be loaded; install it (npm install hyparquet-writer), or write .csv or .ndjson',
      );
    },
  );
}

/** Makes a Parquet file of a file of rows, a group of rows at a time. */
export async function writeParquet(
  { ParquetWriter, fileWriter }: Writers,
  rows: string,
  out: string,
  rules: readonly string[],
): Promise<void> {
  const columns = columnsOf(rules);
  const writer = new ParquetWriter({ writer: fileWriter(out), schema: schemaOf(columns) });
  let group: Cells[] = [];
  const write = async (): Promise<void> => {
    if (group.length === 0) return;
    await writer.write({
      columnData: columns.map(([name]) => ({ name, data: group.map((cells) => cells[name]) })),
    });
    group = [];
  };
  for await (const row of rowLines(rows)) {
    group.push(cellsOf(row, rules));
    if (group.length === ROWS_AT_ONCE) await write();
  }
  await write();
  await writer.finish();
}

function columnsOf(rules: readonly string[]): Columns {
  return [
    ...(['id', 'gate'] as const).map((name) => [name, 'STRING'] as const),
    ['repeats', 'INT32'],
    ...(['error', 'message', 'language'] as const).map((name) => [name, 'STRING'] as const),
    ['words', 'INT32'],
    ['score', 'INT32'],
    ['grade', 'STRING'],
    ...PROFILE_KEYS.map((key) => [key, 'STRING'] as const),
    ...rules.map((rule) => [rule, 'INT32'] as const),
  ];
}

function schemaOf(columns: Columns): unknown {
  const leaves = columns.map(([name, type]) => ({
    name,
    repetition_type: 'OPTIONAL',
    ...(type === 'STRING' ? { type: 'BYTE_ARRAY', converted_type: 'UTF8' } : { type }),
  }));
  return [{ name: 'root', num_children: leaves.length }, ...leaves];
}

function cellsOf(
  { id, gate, repeats, error, skipped, profile, findings, ...row }: RowLine,
  rules: readonly string[],
): Cells {
  return {
    id,
    gate: gate.join(' '),
    repeats,
    error: skipped ? 'skipped' : error?.code,
    message: error?.message,
    language: row.language,
    words: row.words,
    score: row.score ?? undefined,
    grade: row.grade ?? undefined,
    ...profile,
    ...(findings && Object.fromEntries(rules.map((rule) => [rule, findings[rule] ?? 0]))),
  };
}
