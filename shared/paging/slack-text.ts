const LINK_TEXT_LIMIT = 200;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A text as Slack's mrkdwn, at most `limit` characters once escaped, so that it neither mentions, links nor runs a control sequence
 * such as `<!channel>`: the three characters, and no others (https://docs.slack.dev/messaging/formatting-message-text/, "Escaping text").
 */
export function slackText(text: string, limit: number): string {
  let escaped = '';
  for (const character of text) {
    const next = ENTITIES[character] ?? character;
    if (escaped.length + next.length > limit) break;
    escaped += next;
  }
  return escaped;
}

/** A link as Slack's mrkdwn, whatever its url holds; undefined where it would take more than `limit` characters. */
export function slackLink(url: string, text: string, limit: number): string | undefined {
  const address = slackText(url.replaceAll('|', '%7C'), Number.POSITIVE_INFINITY);
  const link = `<${address}|${slackText(text, LINK_TEXT_LIMIT)}>`;
  return link.length > limit ? undefined : link;
}
