import type { Wording } from './wording.ts';

/** Chinese in simplified characters. */
export const zhHans: Wording = {
  language: 'zh-Hans',
  metrics: {
    'first response': '首次响应',
    'next response': '后续响应',
    'periodic update': '定期更新',
    resolution: '解决',
    'requester response': '请求者回复',
    'requester wait': '请求者等待',
    'agent work': '客服处理',
  },
  statuses: {
    new: '新建',
    open: '处理中',
    pending: '等待请求者',
    'on hold': '搁置',
    solved: '已解决',
    closed: '已关闭',
  },
  subject: {
    warning: (metric, ticket) => `预警：${ticket} 的${metric}`,
    breach: (metric, ticket) => `违约：${ticket} 的${metric}`,
    overdue: (metric, ticket) => `超时：${ticket} 的${metric}`,
    age: (metric, ticket) => `仍未完成：${ticket} 的${metric}`,
  },
  resolved: (metric, ticket) => `已解除：${ticket} 的${metric}`,
  test: role => `这只是一次呼叫“${role}”的测试，无需处理。`,
  headline: {
    warning: (metric, span = '不到 1 分钟') => `距离${metric}的期限还有${span}。`,
    breach: (metric, span) => (span ? `${metric}未能按时完成，已超时${span}。` : `${metric}刚刚超过期限。`),
    overdue: (metric, span) => (span ? `${metric}已超时${span}。` : `${metric}已超时。`),
    age: (metric, span) => (span ? `${metric}已计时${span}。` : `${metric}刚刚开始计时。`),
  },
  serviceHours: span => `${span}（服务时间）`,
  todo: {
    'first response': '请立即向请求者发送首次公开回复，哪怕只是说明由谁负责处理。',
    'next response': '请公开回复请求者的最新消息。',
    'periodic update': '即使没有新进展，也请向请求者公开说明目前的情况。',
    resolution: '请解决该工单，或与请求者商定后续安排。',
    'requester response': '我们正在等待请求者：请提醒对方提供所需的信息。',
    'requester wait': '请求者正在等待我们：请推进该工单。',
    'agent work': '请完成该工单的处理，或移交给能够处理的人员。',
  },
  labels: {
    due: '期限',
    ticket: '工单',
    title: '主题',
    severity: '严重级别',
    status: '状态',
    policy: '服务协议',
    contact: '支持热线',
  },
  open: '打开工单',
  why: role => `您收到此邮件，是因为服务协议将您列为此步骤的“${role}”。`,
};
