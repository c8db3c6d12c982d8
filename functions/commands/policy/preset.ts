import { readFile } from 'node:fs/promises';
import { CATALOGUE } from '../../../shared/catalogue/catalogue.ts';
import { UsageError } from '../complaint.ts';
import { parse, sound } from './policy-file.ts';

const FOLDER = new URL('../../../shared/catalogue/', import.meta.url);

/** The policy of the catalogue by that name, its file's without the ending; a UsageError lists the names there are. */
export async function preset(name: string) {
  const names = CATALOGUE.map(({ file }) => file.replace('.yaml', ''));
  if (!names.includes(name)) throw new UsageError(`--preset: found "${name}", expected one of ${names.join(', ')}`);
  const text = await readFile(new URL(`${name}.yaml`, FOLDER), 'utf8');
  return sound(parse(text), text, `${name}.yaml`).policy;
}
