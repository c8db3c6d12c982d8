import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultProvider } from '../../infra/environment-credentials.ts';

afterEach(() => vi.unstubAllEnvs());

const environment = (values: Readonly<Record<string, string>>) => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
    vi.stubEnv(name, values[name]);
};

describe('the credentials of a function', () => {
  it('are those Lambda put into its environment', async () => {
    environment({ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key', AWS_SESSION_TOKEN: 'token' });
    expect(await defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'key', sessionToken: 'token' });
  });

  it('are missed in a sentence', async () => {
    environment({ AWS_ACCESS_KEY_ID: 'id' });
    await expect(defaultProvider()()).rejects.toThrow('the environment holds no AWS credentials');
  });
});
