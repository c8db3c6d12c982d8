import * as z from 'zod';
import { PAGER_HOOKS } from '../../paging/pager-hooks.ts';
import { type Answer, type Operation, problems } from './operation.ts';

const token = z.string().describe('What the link holds; only we can have made it.');

const page = (says: string): Answer => ({ says, body: { type: 'text/html' } });

const PAGES = {
  200: page('A page for people that says how it stands.'),
  403: page('The link is not one of ours.'),
  410: page('The link is of something that is over.'),
};

/** What anybody may ask, for the request itself proves what it is: the links of mails, and what pagers tell. */
export const OPEN_OPERATIONS = {
  'GET /v1/acknowledge': {
    id: 'showAcknowledgement',
    about: 'Acknowledgements',
    summary:
      'Shows what the link of a mail would acknowledge, with a button. It changes nothing, for what scans mails follows links.',
    access: 'open',
    question: z.strictObject({ t: token }),
    answers: { ...PAGES, ...problems(503) },
  },
  'POST /v1/acknowledge': {
    id: 'followAcknowledgement',
    about: 'Acknowledgements',
    summary: 'Acknowledges what the link of a mail is about; the button of the page sends it.',
    access: 'open',
    body: { types: ['application/x-www-form-urlencoded'] },
    answers: { ...PAGES, ...problems(413, 503) },
  },
  'POST /v1/pagers/{pager}': {
    id: 'postPagerEvent',
    about: 'Acknowledgements',
    summary: 'Hears from a pager what became of a page. The body and what proves it are as the pager has them.',
    access: 'open',
    question: z.strictObject({ pager: z.enum(PAGER_HOOKS.map(({ name }) => name)) }),
    body: { types: ['application/json', 'application/x-www-form-urlencoded'] },
    answers: {
      200: { says: 'It is taken, was known before, or is nothing to us.' },
      ...problems(400, 401, 404, 413, 503),
    },
  },
} satisfies Readonly<Record<string, Operation>>;
