import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * The form of the items that are written, and the newest that is read. What a later release only adds to an item is no new form; what it
 * says in another way is. A new form is read one release before it is written, so that each release can go on with what the next one wrote
 * (docs/adr/0011-a-form-is-read-before-it-is-written.md).
 */
const WRITTEN = 1;
const READ = 1;

type Item = Readonly<Record<string, unknown>>;

/** The item; throws for one in a form that is not known here, so that nobody works on what is half understood. One without a form is as old as any. */
export function readable<T extends Item>(item: T): T {
  const { pk, sk, form = 0 } = item;
  if (Number(form) <= READ) return item;
  throw new Error(
    `${pk} ${sk} was written in form ${form} by a later release, and this one reads forms up to ${READ}: deploy the later one again`,
  );
}

/** Has a client write down the form of each item it puts, and refuse to get or query one in a form that is not known here; a scan gives all. */
export function inForm(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async args => {
        const { input } = args as { readonly input: { readonly Item?: Item } };
        const stamped = input.Item === undefined ? input : { ...input, Item: { ...input.Item, form: WRITTEN } };
        const result = await next({ ...args, input: stamped } as typeof args);
        if (commandName === 'ScanCommand') return result;
        const { Item, Items = [] } = result.output as { readonly Item?: Item; readonly Items?: readonly Item[] };
        for (const item of Item ? [Item] : Items) readable(item);
        return result;
      },
    { step: 'initialize', name: 'itemForm', override: true },
  );
  return client;
}
