import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { buildApp } from 'fauxqs';

/** What fauxqs keeps its queues and topics in. */
export type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>;

/**
 * Stores with nothing in them yet. fauxqs lets its stores be given but does not export them, and by itself listens on all interfaces:
 * so they are taken from its files.
 */
export async function emptyStores(): Promise<Stores> {
  const home = new URL('./dist/', pathToFileURL(findPackageJSON('fauxqs', import.meta.url)!));
  const load = (path: string) => import(/* @vite-ignore */ new URL(path, home).href);
  const [{ SqsStore }, { SnsStore }, { S3Store }] = await Promise.all([
    load('sqs/sqsStore.js'),
    load('sns/snsStore.js'),
    load('s3/s3Store.js'),
  ]);
  return { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
}
