import type { Acknowledgement } from '../escalation/climb.ts';
import { written } from './written.ts';

/** Who said they have seen it, as programs read it. */
export const acknowledgement = ({ at, by, via }: Acknowledgement) => ({ at: written(at), by, via });
