import type { PageMessage, PageOrder } from '../../shared/paging/paging-provider.ts';

/** A page about a ticket; tests change what they are about. */
export const MESSAGE: PageMessage = {
  summary: '[A] breach: First response on INC1',
  severity: 'critical',
  details: { due: '2026-01-05T09:00:00.000Z' },
  policy: 'Plain',
  class: 'first response breach',
  link: { text: 'Open the ticket', url: 'https://help.example/INC1' },
  acknowledge: 'Acknowledge',
};

/** An order about one page of that key. */
export const order = (action: PageOrder['action'], key: string, changes: Partial<PageMessage> = {}): PageOrder => ({
  key,
  at: Date.UTC(2026, 0, 5, 9),
  source: 'help.example',
  ticket: 'INC1',
  ...(action === 'trigger'
    ? { action, message: { ...MESSAGE, ...changes } }
    : { action, summary: 'resolved: First response on INC1' }),
});
