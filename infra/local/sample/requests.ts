/** What a sample ticket is about, in the language of the one who asks. */
export interface Request {
  readonly subject: string;
  readonly category: 'outage' | 'billing' | 'how-to' | 'access' | 'data' | 'device';
}

/** Somebody who asks for help. */
export interface Requester {
  readonly name: string;
  readonly language: string;
  readonly region: 'europe' | 'japan' | 'china' | 'americas';
}

/** Requests by language. */
export const REQUESTS: Readonly<Record<string, readonly Request[]>> = {
  en: [
    { subject: 'Sign-in loops back to the login page after the update', category: 'access' },
    { subject: 'Exports stop at 99 % and never finish', category: 'data' },
    { subject: 'API answers 502 in eu-west since 08:20', category: 'outage' },
    { subject: 'How do we move 40 seats to another team?', category: 'how-to' },
    { subject: 'Charged twice for October', category: 'billing' },
    { subject: 'Webhook deliveries arrive two hours late', category: 'outage' },
  ],
  de: [
    { subject: 'Etikettendrucker im Lager druckt jede Zeile doppelt', category: 'device' },
    { subject: 'Rechnung vom Oktober nennt die falsche Anschrift', category: 'billing' },
    { subject: 'Anmeldung über SSO schlägt für alle Standorte fehl', category: 'access' },
    { subject: 'Auswertung zeigt seit gestern keine Zahlen', category: 'data' },
    { subject: 'Wie stellen wir die Sprache für neue Konten um?', category: 'how-to' },
  ],
  ja: [
    { subject: '請求書の宛名を変更したい', category: 'billing' },
    { subject: '管理画面にログインできません', category: 'access' },
    { subject: '夜間の取り込み処理が途中で止まる', category: 'data' },
    { subject: '倉庫の端末が接続できない', category: 'device' },
  ],
  'zh-Hans': [
    { subject: '订单同步延迟超过一小时', category: 'outage' },
    { subject: '如何导出上个月的报表？', category: 'how-to' },
    { subject: '新员工无法登录', category: 'access' },
    { subject: '发票抬头需要更改', category: 'billing' },
  ],
  'zh-Hant': [
    { subject: '付款頁面顯示錯誤代碼 500', category: 'outage' },
    { subject: '門市裝置無法連線', category: 'device' },
    { subject: '報表資料與實際不符', category: 'data' },
  ],
  fr: [
    { subject: 'Les e-mails de confirmation ne partent plus', category: 'outage' },
    { subject: 'Comment fusionner deux comptes clients ?', category: 'how-to' },
    { subject: 'Facture réglée, accès toujours suspendu', category: 'billing' },
  ],
  es: [
    { subject: 'El panel tarda más de un minuto en abrirse', category: 'outage' },
    { subject: 'No se pueden añadir usuarios nuevos', category: 'access' },
    { subject: 'Faltan pedidos en la copia de seguridad', category: 'data' },
  ],
};

/** Those who ask for help in the sample. */
export const REQUESTERS: readonly Requester[] = [
  { name: 'Mary Okafor', language: 'en', region: 'europe' },
  { name: 'Jonas Weber', language: 'de', region: 'europe' },
  { name: '佐藤 花子', language: 'ja', region: 'japan' },
  { name: '李 伟', language: 'zh-Hans', region: 'china' },
  { name: 'Claire Fontaine', language: 'fr', region: 'europe' },
  { name: 'Aylin Yıldız', language: 'de', region: 'europe' },
  { name: '林 怡君', language: 'zh-Hant', region: 'china' },
  { name: 'Diego Herrera', language: 'es', region: 'americas' },
  { name: '高橋 健', language: 'ja', region: 'japan' },
  { name: 'Priya Nair', language: 'en', region: 'europe' },
  { name: '王 芳', language: 'zh-Hans', region: 'china' },
  { name: 'Sam Whitaker', language: 'en', region: 'americas' },
];

/** Those who help. */
export const ASSIGNEES = ['ines', 'tobias', 'mei', 'haruto', 'fatima', 'oskar'] as const;
