import type { NotificationKind } from './notification.ts';

/** The colours of a kind of notification on a light ground: of its words, and behind them. In the dark the template has its own. */
export const TONES: Readonly<Record<NotificationKind, { readonly tone: string; readonly ground: string }>> = {
  warning: { tone: '#8a5300', ground: '#fef3d7' },
  breach: { tone: '#b42318', ground: '#fdeceb' },
  overdue: { tone: '#b42318', ground: '#fdeceb' },
  age: { tone: '#3f4854', ground: '#eceef1' },
};
