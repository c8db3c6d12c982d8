import type { Wording } from './wording.ts';

/** Japanese. */
export const ja: Wording = {
  language: 'ja',
  metrics: {
    'first response': '初回応答',
    'next response': '次回応答',
    'periodic update': '定期報告',
    resolution: '解決',
    'requester response': '依頼者の返答',
    'requester wait': '依頼者の待ち時間',
    'agent work': '担当者の作業',
  },
  statuses: {
    new: '新規',
    open: '対応中',
    pending: '依頼者の返答待ち',
    'on hold': '保留',
    solved: '解決済み',
    closed: '終了',
  },
  subject: {
    warning: (metric, ticket) => `警告: ${ticket} の${metric}`,
    breach: (metric, ticket) => `期限違反: ${ticket} の${metric}`,
    overdue: (metric, ticket) => `期限超過: ${ticket} の${metric}`,
    age: (metric, ticket) => `未完了: ${ticket} の${metric}`,
  },
  resolved: (metric, ticket) => `解除: ${ticket} の${metric}`,
  test: role => `これは「${role}」への呼び出しのテストです。対応は不要です。`,
  headline: {
    warning: (metric, span = '1 分未満') => `${metric}の期限まで残り ${span}です。`,
    breach: (metric, span) => (span ? `${metric}の期限を ${span}過ぎました。` : `${metric}の期限を過ぎました。`),
    overdue: (metric, span) =>
      span ? `${metric}が期限を ${span}超過しています。` : `${metric}が期限を超過しています。`,
    age: (metric, span) =>
      span ? `${metric}の計測開始から ${span}が経過しました。` : `${metric}の計測が始まりました。`,
  },
  serviceHours: span => `${span}（対応時間内）`,
  todo: {
    'first response': '依頼者に最初の公開返信を送ってください。担当者を伝えるだけでも構いません。',
    'next response': '依頼者の最新のメッセージに公開で返信してください。',
    'periodic update': '進展がなくても、現在の状況を依頼者に公開で報告してください。',
    resolution: 'チケットを解決するか、今後の進め方を依頼者と合意してください。',
    'requester response': '依頼者の返答待ちです。必要な情報を改めてお願いしてください。',
    'requester wait': '依頼者が待っています。チケットの対応を進めてください。',
    'agent work': 'チケットの作業を終えるか、対応できる担当者に引き継いでください。',
  },
  labels: {
    due: '期限',
    ticket: 'チケット',
    title: '件名',
    severity: '重大度',
    status: '状態',
    policy: 'ポリシー',
    contact: 'サポート窓口',
  },
  open: 'チケットを開く',
  why: role => `このメールは、ポリシーがこの段階の通知先を「${role}」と定めているため送信されました。`,
};
