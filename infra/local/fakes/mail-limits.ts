const ASCII = /^[ -~]*$/;

/** Of a raw mail's headers, where line breaks belong. */
const ASCII_LINES = /^[\t\r\n -~]*$/;

/**
 * What is wrong with the parameters of a SendRawEmail, by https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html;
 * undefined for nothing. SES takes addresses, and so headers, of 7-bit ASCII only; aws-ses-v2-local takes whatever it is given.
 */
export function mailFault(parameters: URLSearchParams): string | undefined {
  const addresses = [...parameters].filter(([name]) => name === 'Source' || name.startsWith('Destinations.member.'));
  for (const [name, value] of addresses) if (!ASCII.test(value)) return `${name} contains non-ASCII characters`;
  const [headers = ''] = Buffer.from(parameters.get('RawMessage.Data') ?? '', 'base64')
    .toString()
    .split('\r\n\r\n');
  return ASCII_LINES.test(headers) ? undefined : 'a header contains non-ASCII characters';
}
