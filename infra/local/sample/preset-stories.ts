import type { Attributes } from '../../../shared/ticket/ticket-event.ts';
import type { LifeName } from './lives.ts';

/** A ticket of the sample that runs under one of the catalogue's presets. */
export interface PresetStory {
  /** Hours from the sample's start to its creation; before it for what came in over the weekend. */
  readonly at: number;
  readonly life: LifeName;
  /** The hours its life is stretched to. */
  readonly within: number;
  readonly attributes: Attributes;
}

type Telling = readonly [at: number, life: LifeName, within: number, subject: string, requester: string, Attributes];

const told = (product: string, tellings: readonly Telling[]): readonly PresetStory[] =>
  tellings.map(([at, life, within, subject, requester, attributes]) => ({
    at,
    life,
    within,
    attributes: { product, subject, requester, channel: at % 1 < 0.5 ? 'phone' : 'web', ...attributes },
  }));

const australia = { country: 'AU', language: 'en', time_zone: 'Australia/Sydney' };
const china = { country: 'CN', language: 'zh-Hans' };
const germany = { country: 'DE', language: 'de' };
const japan = { country: 'JP', language: 'ja' };
const taiwan = { country: 'TW', language: 'zh-Hant' };
const america = { country: 'US', language: 'en', time_zone: 'America/New_York' };
const britain = { country: 'GB', language: 'en' };

const down = { services: 'inaccessible', users: 'several' };
const impaired = { services: 'impaired' };

/**
 * What customers of Microsoft's services ask, each under the preset its product belongs to. Monday 23 November is a holiday in Japan;
 * at the start Sydney has just closed and New York sleeps.
 */
export const PRESET_STORIES: readonly PresetStory[] = [
  ...told('microsoft-365', [
    [0.2, 'asked again', 6, '共用信箱收不到外部郵件', '陳 冠宇', { ...taiwan, ...impaired, plan: 'Office 365 E3' }],
    [
      0.5,
      'breached',
      2,
      'Outlook asks for the password every ten minutes',
      'Mia Robertson',
      { ...australia, customer: 'Kestrel Mining', severity: 'B' },
    ],
    [
      0.8,
      'answered',
      24,
      'Invoice shows 60 seats, we have 48',
      'Ben Castillo',
      { ...america, plan: 'Microsoft 365 Apps for business', category: 'billing' },
    ],
    [
      2.3,
      'paused',
      3,
      'Teams-Besprechungen brechen nach zehn Minuten ab',
      'Lena Huber',
      { ...germany, state: 'BY', plan: 'Microsoft 365 Business Standard', severity: 'B' },
    ],
    [
      3.1,
      'forgotten',
      1,
      'Shift schedule is missing for one store manager',
      'Tanya Brooks',
      { ...america, plan: 'Office 365 F1', workaround: true, users: 'one' },
    ],
    [
      4.6,
      'breached',
      1,
      'SharePoint に全社員が接続できません',
      '中村 美咲',
      { ...japan, ...down, plan: 'Office 365 E1' },
    ],
  ]),
  ...told('office-365-21vianet', [
    [-41, 'silent', 2, '部分用户无法加入 Teams 会议', '赵 敏', { ...china, ...impaired }],
    [0.3, 'silent', 1, '全公司无法收发邮件', '陈 刚', { ...china, ...down, customer: '华辰制造' }],
    [
      0.6,
      'paused',
      4,
      '发票税号有误，月底前需要重开',
      '孙 丽',
      { ...china, customer: '华辰制造', severity: 'A', category: 'billing' },
    ],
    [1.2, 'answered', 5, 'SharePoint 站点打不开', '周 洋', { ...china, severity: 'A' }],
    [1.5, 'answered', 3, '迁移之前想了解数据存放在哪里', '吴 静', { ...china, severity: 'C', category: 'pre-sales' }],
    [4.8, 'warned', 1, 'OneDrive 同步后文件丢失', '陈 刚', { ...china, customer: '华辰制造', severity: 'A' }],
  ]),
  ...told('office-365-germany', [
    [
      0.7,
      'answered',
      2,
      'Postfächer der Verwaltung sind seit dem Umzug leer',
      'Karin Vogt',
      { ...germany, severity: 'A' },
    ],
    [3.6, 'on hold', 4, 'Rechnung trägt keine Bestellnummer', 'Uwe Lindner', { ...germany, category: 'billing' }],
    [
      9.2,
      'asked again',
      30,
      'Gekündigte Lizenz wird weiter berechnet',
      'Eva Steiner',
      { ...germany, country: 'AT', category: 'subscription' },
    ],
    [
      13.4,
      'answered',
      4,
      'Directory sync reports duplicate addresses',
      'Pieter de Vries',
      { country: 'NL', language: 'en', severity: 'B' },
    ],
  ]),
  ...told('microsoft-365-contact', [
    [
      0.4,
      'answered',
      48,
      'GST is missing on the November invoice',
      'Jack Sullivan',
      { ...australia, category: 'billing' },
    ],
    [
      1.3,
      'paused',
      3,
      'Card was declined, service ends on Friday',
      'Harriet Cole',
      { ...britain, category: 'billing' },
    ],
    [
      5.1,
      'forgotten',
      1,
      'Switch from monthly to annual billing',
      'Maria Delgado',
      { ...america, category: 'subscription' },
    ],
    [7.2, 'answered', 2, 'Desktop apps show as unlicensed', 'Noah Feldman', { ...america, severity: 'B' }],
  ]),
  ...told('intune', [
    [0.1, 'breached', 18, 'Android 端末の登録が 80 % で止まる', '山本 翔', { ...japan, severity: 'moderate' }],
    [
      2.6,
      'answered',
      5,
      'Student laptops lose their Wi-Fi profile overnight',
      'Chloe Nguyen',
      { ...australia, customer: 'Blue Gum Schools', support: 'premier', severity: 'most severe' },
    ],
    [
      3.4,
      'paused',
      2,
      'Neue Zertifikate kommen auf den Tablets nicht an',
      'Dr. Anja Roth',
      { ...germany, ...impaired, customer: 'Seeblick Kliniken' },
    ],
    [3.9, 'breached', 2, '全公司行動裝置被判定為不合規', '黃 志明', { ...taiwan, ...down }],
    [
      4.2,
      'answered',
      20,
      'How do we exclude test devices from a policy?',
      'Grace Kim',
      { ...america, severity: 'other' },
    ],
    [
      5.6,
      'warned',
      0.5,
      'Kiosk-Geräte der Stationen starten nicht',
      'Dr. Anja Roth',
      { ...germany, ...down, customer: 'Seeblick Kliniken' },
    ],
  ]),
];
