import type { Acknowledgement } from '../clock/acknowledgement.ts';
import { written } from './written.ts';

/** Who said they have seen it, as programs read it. */
export const acknowledgement = ({ at, by, via, resolvedThere }: Acknowledgement) => ({
  at: written(at),
  by,
  via,
  resolvedThere,
});
