import type { Wording } from './wording.ts';

/** Chinese in traditional characters. */
export const zhHant: Wording = {
  language: 'zh-Hant',
  metrics: {
    'first response': '首次回應',
    'next response': '後續回應',
    'periodic update': '定期更新',
    resolution: '解決',
    'requester response': '要求者回覆',
    'requester wait': '要求者等候',
    'agent work': '客服處理',
  },
  statuses: {
    new: '新建',
    open: '處理中',
    pending: '等候要求者',
    'on hold': '擱置',
    solved: '已解決',
    closed: '已關閉',
  },
  subject: {
    warning: (metric, ticket) => `預警：${ticket} 的${metric}`,
    breach: (metric, ticket) => `違約：${ticket} 的${metric}`,
    overdue: (metric, ticket) => `逾時：${ticket} 的${metric}`,
    age: (metric, ticket) => `仍未完成：${ticket} 的${metric}`,
  },
  resolved: (metric, ticket) => `已解除：${ticket} 的${metric}`,
  test: role => `這只是一次呼叫「${role}」的測試，無須處理。`,
  headline: {
    warning: (metric, span = '不到 1 分鐘') => `距離${metric}的期限還有 ${span}。`,
    breach: (metric, span) => (span ? `${metric}未能如期完成，已逾時 ${span}。` : `${metric}剛剛超過期限。`),
    overdue: (metric, span) => (span ? `${metric}已逾時 ${span}。` : `${metric}已逾時。`),
    age: (metric, span) => (span ? `${metric}已計時 ${span}。` : `${metric}剛剛開始計時。`),
  },
  serviceHours: span => `${span}（服務時間）`,
  todo: {
    'first response': '請立即向要求者傳送首次公開回覆，即使只是說明由誰負責處理。',
    'next response': '請公開回覆要求者的最新訊息。',
    'periodic update': '即使沒有新進展，也請向要求者公開說明目前的情況。',
    resolution: '請解決此工單，或與要求者商定後續安排。',
    'requester response': '我們正在等候要求者：請提醒對方提供所需的資訊。',
    'requester wait': '要求者正在等候我們：請推進此工單。',
    'agent work': '請完成此工單的處理，或移交給能夠處理的人員。',
  },
  labels: {
    due: '期限',
    ticket: '工單',
    title: '主旨',
    severity: '嚴重程度',
    status: '狀態',
    policy: '服務協議',
    contact: '支援專線',
  },
  open: '開啟工單',
  why: role => `您收到此郵件，是因為服務協議將您列為此步驟的「${role}」。`,
};
