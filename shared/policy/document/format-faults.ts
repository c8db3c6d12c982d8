import type { Fault } from './fault.ts';

const WIDEST = 120;

/** The faults for people: file, line and column, what is wrong, and the line itself with a caret under the spot. */
export function formatFaults(faults: readonly Fault[], text: string, fileName: string): string {
  const lines = text.split('\n');
  return faults
    .map(fault => `${fileName}:${fault.line}:${fault.column}: ${said(fault)}\n${shown(fault, lines)}`)
    .join('\n');
}

const said = ({ path, message }: Fault): string => (path === '' ? message : `${path}: ${message}`);

function shown({ line, column }: Fault, lines: readonly string[]): string {
  const whole = (lines[line - 1] ?? '').replaceAll(/[\t\r]/g, ' ');
  const skipped = column > WIDEST ? column - 40 : 0;
  const number = String(line);
  const caret = ' '.repeat(column - 1 - skipped);
  return `  ${number} | ${whole.slice(skipped, skipped + WIDEST)}\n  ${' '.repeat(number.length)} | ${caret}^\n`;
}
