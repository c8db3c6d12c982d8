import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPost } from '../../functions/adapters/http.ts';
import { isPublicAddress } from '../../functions/adapters/public-address.ts';
import { type HttpFake, startHttpFake } from '../../infra/local/fakes/http-fake.ts';
import { HOUR, SECOND } from '../../shared/calendar/instant.ts';
import { retryAfterOf } from '../../shared/paging/retry-after.ts';

let fake: HttpFake;

beforeAll(async () => {
  fake = await startHttpFake({ host: '127.0.0.1' }, () => ({ status: 200 }));
});
afterAll(() => fake.stop());

const request = (url: string) => ({ url, headers: {}, body: '{}' });
const outside = httpPost({ trusted: [], loopback: false });
const local = httpPost({ trusted: [], loopback: true });

describe('an address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '192.167.255.255', '2606:4700::1111'])('%s is public', address => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
  ])('%s is not public', address => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a webhook of a policy', () => {
  it.each([
    'http://example.test/',
    'ftp://example.test/',
    'file:///etc/passwd',
    'nonsense',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/',
  ])('never goes to %s', async url => {
    expect(await outside(request(url))).toMatchObject({ failed: 'forbidden' });
  });

  it('goes to this machine only where that is allowed', async () => {
    expect(await outside(request(fake.url))).toMatchObject({ failed: 'forbidden' });
    expect(await local(request(fake.url))).toMatchObject({ status: 200 });
  });

  it('follows no redirect', async () => {
    const before = fake.requests().length;
    fake.answerNext({ status: 302, headers: { location: `${fake.url}/elsewhere` } });
    expect(await local(request(fake.url))).toMatchObject({ status: 302 });
    expect(fake.requests().length - before).toBe(1);
  });

  it('reads no more of an answer than it needs', async () => {
    fake.answerNext({ status: 500, body: 'x'.repeat(10_000_000) });
    const answer = await local(request(fake.url));
    expect('body' in answer && answer.body.length).toBe(64 * 1024);
  });

  it('has a date whose answer says none, so that one to come again at can be told', async () => {
    const server = createServer((_request, response) => {
      response.sendDate = false;
      response.writeHead(503, { 'retry-after': new Date(Date.now() + HOUR).toUTCString() }).end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const answer = await local(request(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
    server.close();
    expect('status' in answer && retryAfterOf(answer).retryAfter).toSatisfy(
      wait => Math.abs(wait - HOUR) <= 5 * SECOND,
    );
  });

  it('is lost when the connection breaks or nobody listens', async () => {
    fake.answerNext('hang up');
    expect(await local(request(fake.url))).toMatchObject({ failed: 'lost', detail: 'no answer: ECONNRESET' });
    expect(await local(request('http://127.0.0.1:1/'))).toMatchObject({
      failed: 'lost',
      detail: 'no answer: ECONNREFUSED',
    });
  });
});
