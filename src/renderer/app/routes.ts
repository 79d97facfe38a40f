import {
  AppstoreOutlined, AuditOutlined, BankOutlined, BarChartOutlined, DownloadOutlined, FileTextOutlined, SettingOutlined, TableOutlined, TrademarkCircleOutlined, TrophyOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { TextKey } from '../../shared/text/zh-CN'

export interface Route {
  id: 'workbench' | 'standards' | 'patents' | 'trademarks' | 'units' | 'honours' | 'imports' | 'ranking' | 'reports' | 'settings'
  text: TextKey
  icon: ComponentType
  /** Records first, then work, settings alone at the foot. */
  group: 'records' | 'work' | 'foot'
}
export type RouteId = Route['id']

/** The left rail, in its order. A new page is one entry here and its page in App. */
export const routes: readonly Route[] = [
  { id: 'workbench', text: 'nav.workbench', icon: AppstoreOutlined, group: 'records' },
  { id: 'standards', text: 'nav.standards', icon: FileTextOutlined, group: 'records' },
  { id: 'patents', text: 'nav.patents', icon: AuditOutlined, group: 'records' },
  { id: 'trademarks', text: 'nav.trademarks', icon: TrademarkCircleOutlined, group: 'records' },
  { id: 'units', text: 'nav.units', icon: BankOutlined, group: 'records' },
  { id: 'honours', text: 'nav.honours', icon: TrophyOutlined, group: 'records' },
  { id: 'imports', text: 'nav.imports', icon: DownloadOutlined, group: 'work' },
  { id: 'ranking', text: 'nav.ranking', icon: BarChartOutlined, group: 'work' },
  { id: 'reports', text: 'nav.reports', icon: TableOutlined, group: 'work' },
  { id: 'settings', text: 'nav.settings', icon: SettingOutlined, group: 'foot' },
]
