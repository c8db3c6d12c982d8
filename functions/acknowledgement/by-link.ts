import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Instant } from '../../shared/calendar/instant.ts';
import { type Clock, sameCycle } from '../../shared/clock/clock.ts';
import type { Climb } from '../../shared/escalation/climb.ts';
import type { TicketRecord } from '../../shared/escalation/ticket-record.ts';
import { type AcknowledgeLink, standingOf } from '../../shared/notification/acknowledge-link.ts';
import { acknowledgePage, type Page, refusedPage } from '../../shared/notification/acknowledge-page.ts';
import type { AcknowledgeLinks } from '../adapters/acknowledge-links.ts';
import { rawBody } from '../adapters/raw-body.ts';
import { problemResponse } from '../adapters/response.ts';
import type { Route } from '../adapters/routed.ts';
import { type Acknowledging, acknowledge } from './acknowledge.ts';

/** What it takes to follow the link of a mail. */
export interface LinkDesk extends Acknowledging {
  readonly links: AcknowledgeLinks;
}

/** Shows what a mail's link would acknowledge. It changes nothing, for what scans mails follows their links. */
export const showLink =
  (desk: LinkDesk): Route =>
  async request => {
    const token = request.queryStringParameters?.t ?? '';
    const link = await desk.links.read(token);
    if (link === undefined) return response(refusedPage());
    return response(await pageFor(desk, link, await desk.tickets.get(link.ticket), token, Date.now()));
  };

/** Acknowledges what a mail's link is for, in the name of the mail's reader; pressed again, it says by whom it was. */
export const followLink =
  (desk: LinkDesk): Route =>
  async request => {
    const body = rawBody(request);
    if (typeof body !== 'string') return problemResponse(body);
    const token = new URLSearchParams(body).get('t') ?? '';
    const link = await desk.links.read(token);
    if (link === undefined) return response(refusedPage());
    const now = Date.now();
    return response(await pageFor(desk, link, await acknowledged(desk, link, now), token, now));
  };

/** The ticket of a link, acknowledged where the link is still good for that. */
async function acknowledged(desk: LinkDesk, link: AcknowledgeLink, now: Instant): Promise<TicketRecord | undefined> {
  const said = { at: now, by: link.to, via: 'link' };
  const isMeant = (clock: Clock, { round }: Climb) => sameCycle(clock, link) && round === link.round;
  if (link.expiresAt <= now) return desk.tickets.get(link.ticket);
  return (await acknowledge(desk, link.ticket, said, isMeant, now))?.record;
}

async function pageFor(
  { policies }: LinkDesk,
  link: AcknowledgeLink,
  record: TicketRecord | undefined,
  token: string,
  now: Instant,
): Promise<Page> {
  const set = await policies.load(record?.timed?.policy);
  return acknowledgePage(link, standingOf(link, record, now), record, set, token);
}

/** Nothing of the page is kept, told on or shown inside another, and nothing in it runs or is fetched. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const response = ({ status, html }: Page): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: HEADERS,
  body: html,
});
