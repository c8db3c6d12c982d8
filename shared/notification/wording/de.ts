import type { Wording } from './wording.ts';

/** German. */
export const de: Wording = {
  language: 'de',
  metrics: {
    'first response': 'Erste Antwort',
    'next response': 'Nächste Antwort',
    'periodic update': 'Regelmäßiger Zwischenstand',
    resolution: 'Lösung',
    'requester response': 'Rückmeldung des Anfragenden',
    'requester wait': 'Wartezeit des Anfragenden',
    'agent work': 'Bearbeitung',
  },
  statuses: {
    new: 'neu',
    open: 'offen',
    pending: 'wartet auf Rückmeldung',
    'on hold': 'angehalten',
    solved: 'gelöst',
    closed: 'geschlossen',
  },
  kinds: { warning: 'Warnung', breach: 'Frist verletzt', overdue: 'Überfällig', age: 'Weiter offen' },
  subject: {
    warning: (metric, ticket) => `Warnung: ${metric}, ${ticket}`,
    breach: (metric, ticket) => `Frist verletzt: ${metric}, ${ticket}`,
    overdue: (metric, ticket) => `überfällig: ${metric}, ${ticket}`,
    age: (metric, ticket) => `weiter offen: ${metric}, ${ticket}`,
  },
  resolved: (metric, ticket) => `erledigt: ${metric}, ${ticket}`,
  test: role => `Es ist nichts geschehen: Das ist nur ein Versuch, „${role}“ zu erreichen.`,
  headline: {
    warning: (metric, span = 'weniger als eine Minute') => `${metric}: Noch ${span} bis zum Ende der Frist.`,
    breach: (metric, span) =>
      span ? `${metric}: Frist verletzt, ${span} zu spät.` : `${metric}: Frist soeben verletzt.`,
    overdue: (metric, span) => (span ? `${metric}: überfällig, ${span} zu spät.` : `${metric}: überfällig.`),
    age: (metric, span) =>
      span ? `${metric}: bisherige Laufzeit ${span}.` : `${metric}: Die Uhr hat soeben begonnen.`,
  },
  serviceHours: span => `${span} Servicezeit`,
  todo: {
    'first response':
      'Bitte jetzt eine erste öffentliche Antwort senden, und sei es nur, wer sich um die Anfrage kümmert.',
    'next response': 'Bitte die letzte Nachricht des Anfragenden öffentlich beantworten.',
    'periodic update': 'Bitte dem Anfragenden öffentlich den Stand mitteilen, auch wenn es nichts Neues gibt.',
    resolution: 'Bitte das Ticket lösen oder mit dem Anfragenden vereinbaren, wie es weitergeht.',
    'requester response': 'Wir warten auf den Anfragenden: Bitte daran erinnern, was noch fehlt.',
    'requester wait': 'Bitte das Ticket voranbringen: Der Anfragende wartet auf uns.',
    'agent work': 'Bitte die Arbeit am Ticket abschließen oder an jemanden übergeben, der es kann.',
  },
  milestones: {
    started: () => 'Uhr gestartet',
    paused: status => `Pause: ${status}`,
    resumed: () => 'Uhr läuft weiter',
    warned: to => `Warnung an ${to}`,
    told: to => `Nachricht an ${to}`,
    acknowledged: by => `Bestätigt von ${by}`,
    due: () => 'Fällig',
    breached: () => 'Frist verletzt',
    now: () => 'Diese E-Mail',
    'left out': count => `${count} frühere Einträge ausgelassen`,
  },
  labels: {
    due: 'Fällig',
    todo: 'Was zu tun ist',
    timeline: 'Verlauf',
    details: 'Einzelheiten',
    ticket: 'Ticket',
    severity: 'Schweregrad',
    promise: 'Zusage',
    status: 'Status',
    policy: 'Vereinbarung',
    contact: 'Support-Telefon',
  },
  open: 'Ticket öffnen',
  acknowledge: 'Bestätigen',
  acknowledging: {
    asked: [
      'Diesen Hinweis bestätigen?',
      'Er wird dann nicht wiederholt. Die Uhr läuft weiter, und spätere Stufen werden trotzdem gemeldet.',
    ],
    done: [
      'Bestätigt',
      'Dieser Hinweis wird nicht wiederholt. Die Uhr läuft weiter, und spätere Stufen werden trotzdem gemeldet.',
    ],
    over: [
      'Nichts mehr zu bestätigen',
      'Die Zusage wurde eingehalten, hat sich erledigt oder wurde geändert, seit diese E-Mail verschickt wurde.',
    ],
    expired: ['Dieser Link ist zu alt', 'Links in E-Mails gelten 30 Tage. Bitte öffnen Sie stattdessen das Ticket.'],
  },
  why: role => `Sie erhalten diese Nachricht, weil die Vereinbarung Sie für diese Stufe als „${role}“ nennt.`,
  digest: {
    label: 'Sammelmeldung',
    headline: count => (count === 1 ? '1 Zusage in Gefahr' : `${count} Zusagen in Gefahr`),
    subject: (headline, worst) => `${headline}, am dringendsten: ${worst}`,
    todo: 'Bitte oben beginnen: Das Dringendste steht zuerst.',
    more: count => `und ${count} weitere`,
    why: role => `Sie erhalten diese Nachricht, weil die Vereinbarung Sie für diese Stufen als „${role}“ nennt.`,
  },
};
