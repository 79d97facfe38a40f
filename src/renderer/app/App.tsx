import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { language } from '../../shared/text/language'
import { StyleNonceContext } from '../components/styleNonceContext'
import { useColorScheme } from '../components/useColorScheme'
import { antdTheme } from './theme/antdTheme'
import { styleNonce } from './theme/styleNonce'
import { Frame } from './Frame'

/** Everything comes from a process on the same machine: no retries, no refetching because a window got the focus. */
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always', staleTime: Number.POSITIVE_INFINITY } },
})

export function App() {
  const scheme = useColorScheme()
  return (
    <ConfigProvider locale={language() === 'en' ? enGB : zhCN} theme={antdTheme(scheme)} csp={{ nonce: styleNonce }} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <StyleNonceContext value={styleNonce}>
        <QueryClientProvider client={queries}>
          <Frame />
        </QueryClientProvider>
      </StyleNonceContext>
    </ConfigProvider>
  )
}
