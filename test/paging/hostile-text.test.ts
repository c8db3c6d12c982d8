import { describe, expect, it } from 'vitest';
import { sign } from '../../functions/adapters/fingerprint.ts';
import type { PageRequest, Publication } from '../../shared/paging/paging-provider.ts';
import { providerOf } from '../../shared/paging/providers.ts';
import { type Bench, startBenches } from './benches.ts';
import { order } from './order.ts';

const HOSTILE = [
  '<!channel> <!here|here> <@U012AB3CD> <#C012AB3CD> <!subteam^S0>',
  '<https://evil.example|the ticket>',
  '&lt;!channel&gt; & co',
  '[the ticket](https://evil.example) **bold** `code` # head',
  '<at>everyone</at> {{DATE(2017-02-14T06:00:00Z)}}',
  '"}],"text":"broken out"',
  '<b onclick="x">&amp;</b>',
];

const { slack, teams, 'jira-operations': jira, ...others } = await startBenches();
await Promise.all([slack, teams, jira, ...Object.values(others)].map(bench => bench!.fake.stop()));

const bodyOf = (name: string, { secret, place }: Bench, text: string) => {
  const what = order('trigger', 'timekeeper-1', {
    summary: text,
    details: { [text]: text },
    link: { text, url: 'https://help.example/?a=1&b=<x>|y' },
  });
  const request = providerOf(name)!.request(
    { ...what, ticket: text, source: text },
    { secret, ...place, now: 0, sign },
  );
  const asked = request as PageRequest | Publication;
  return 'topic' in asked ? asked : JSON.parse(asked.body);
};

/** Every text anywhere in a value. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe.each(HOSTILE)('what a ticket says, such as %s,', text => {
  it('is nothing but text in Slack', () => {
    const texts = textsIn(bodyOf('slack', slack!, text));
    const link = `<https://help.example/?a=1&amp;b=&lt;x&gt;%7Cy|`;
    const links = texts.filter(one => one.includes('<'));
    expect(links).toHaveLength(1);
    expect(links[0]!.startsWith(link)).toBe(true);
    expect(links[0]!.slice(link.length, -1)).not.toMatch(/[<>]/);
    for (const one of texts) expect(one.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
    const read = texts[0]!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    expect(read).toBe(text);
  });

  it('leaves nothing in Slack to be linked or mentioned by itself', () => {
    const { parse, link_names, blocks } = bodyOf('slack', slack!, text);
    expect({ parse, link_names }).toEqual({ parse: 'none', link_names: false });
    expect(JSON.stringify(blocks).match(/"mrkdwn"/g)).toHaveLength(
      JSON.stringify(blocks).match(/"verbatim":true/g)!.length,
    );
  });

  it('stands in Teams only where Markdown means nothing', () => {
    const card = bodyOf('teams', teams!, text).attachments[0].content;
    expect(new Set(card.body.map((block: { type: string }) => block.type))).toEqual(new Set(['RichTextBlock']));
    expect(card.body[0].inlines[0].text).toBe(text);
    expect(JSON.stringify(card)).not.toContain('"entities"');
  });

  it('is no HTML in Jira', () => {
    const { alias: _key, ...alert } = bodyOf('jira-operations', jira!, text);
    const { details, ...rest } = alert;
    const { [Object.keys(details)[0]!]: _link, ...facts } = details;
    for (const one of textsIn([rest, facts])) expect(one).not.toMatch(/[<>]/);
  });

  it('stays on its own line of what SNS tells, and in the subject is ASCII', () => {
    const { subject, texts } = bodyOf('sns', others.sns!, `${text}\r\n場 Bcc: all@example.test`);
    expect(subject).toMatch(/^[!-~][ -~]{0,98}$/);
    expect(texts.default.split('\n')).toHaveLength(4);
    expect(texts.sms).not.toContain('\n');
  });

  it.each(Object.keys(others))('is a text in the JSON of %s', name => {
    expect(textsIn(bodyOf(name, others[name]!, text))).toContain(text);
  });
});
