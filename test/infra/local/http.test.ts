import { afterEach, describe, expect, it } from 'vitest';
import type { Machine } from '../../../infra/local/machine.ts';
import { startMachine } from '../../../infra/local/start-machine.ts';
import { acting } from './stand-ins.ts';

let machine: Machine;
afterEach(() => machine.stop());

const echo = acting(
  async (event: { body: string; headers: Record<string, string>; requestContext: { http: { method: string } } }) => ({
    statusCode: 202,
    headers: { 'x-type': event.headers['content-type'] },
    body: JSON.stringify({ method: event.requestContext.http.method, got: JSON.parse(event.body) }),
  }),
);

describe('the HTTP API', () => {
  it('hands a request to the function of its route, in process and over the wire', async () => {
    machine = await startMachine({ time: 'stepped', policies: [], port: 0, modules: { ingest: echo } });
    const expected = { method: 'POST', got: { a: 1 } };
    expect(await machine.post({ a: 1 })).toMatchObject({ status: 202, body: expected });
    const response = await fetch(`${machine.url}/v1/events?x=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: '{"a":1}',
    });
    expect([response.status, response.headers.get('x-type')]).toEqual([202, 'application/cloudevents+json']);
    expect(await response.json()).toEqual(expected);
    expect((await fetch(`${machine.url}/v1/events`)).status).toBe(404);
  });

  it('gives an answer on as it is, whatever it is', async () => {
    const page = acting(async (event: { pathParameters: object; queryStringParameters: object }) => ({
      headers: { 'Content-Type': 'text/html' },
      body: `<p>${JSON.stringify({ ...event.pathParameters, ...event.queryStringParameters })}</p>`,
    }));
    machine = await startMachine({ time: 'stepped', policies: [], port: 0, modules: { manage: page } });
    const response = await fetch(`${machine.url}/v1/entitlements/M%C3%B8ller%20A%2FS?tenant=north`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(await response.text()).toBe('<p>{"customer":"Møller A/S","tenant":"north"}</p>');
  });

  it('answers 500 where the function fails', async () => {
    const failing = acting(() => Promise.reject(new Error('no')));
    machine = await startMachine({ time: 'stepped', policies: [], modules: { ingest: failing } });
    expect(await machine.post([])).toMatchObject({ status: 500, body: { message: 'Internal Server Error' } });
  });

  it('says in a sentence that its port is taken', async () => {
    machine = await startMachine({ time: 'stepped', policies: [], port: 0 });
    const port = Number(new URL(machine.url!).port);
    await machine.stop();
    const { createServer } = await import('node:http');
    const squatter = createServer();
    await new Promise<void>(resolve => squatter.listen(port, '127.0.0.1', resolve));
    await expect(startMachine({ time: 'stepped', policies: [], port })).rejects.toThrow(`Port ${port} is in use`);
    await new Promise(resolve => squatter.close(resolve));
  });
});
