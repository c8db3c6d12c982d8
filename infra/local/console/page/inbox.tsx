/// <reference lib="dom" />
import { useState } from 'preact/hooks';
import type { MailView } from '../snapshot.ts';
import { wallTime } from './telling-time.ts';
import { virtualNow } from './virtual-time.ts';

/** The mails that arrived, the newest first, and one of them as its reader sees it. */
export function Inbox({ mails }: { readonly mails: readonly MailView[] }) {
  const [chosen, setChosen] = useState<string>();
  const sorted = mails.toSorted((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1));
  const open = sorted.find(({ key }) => key === chosen);
  if (mails.length === 0) return <p class="empty">No mail has been sent yet.</p>;
  return (
    <div class="inbox">
      <ul class="mails">
        {sorted.map(mail => (
          <li key={mail.key}>
            <button
              type="button"
              class="mail"
              aria-expanded={mail.key === chosen}
              onClick={() => setChosen(mail.key === chosen ? undefined : mail.key)}
            >
              <span class="mail-subject">{mail.subject}</span>
              <span class="details">
                <span>{mail.to}</span>
                <time>{wallTime(mail.at, virtualNow())}</time>
              </span>
            </button>
            {open === mail && <MailBody mail={mail} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The mail's own rendering, in a frame that can run nothing and reach nothing. */
function MailBody({ mail }: { readonly mail: MailView }) {
  return (
    <iframe
      class="mail-body"
      title={`Mail: ${mail.subject}`}
      sandbox=""
      src={`/mail/${encodeURIComponent(mail.key)}`}
    />
  );
}
