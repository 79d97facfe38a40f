import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type ECharts, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// Only what the charts of the window draw with; the whole of ECharts would be ten times as large.
register([BarChart, CustomChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer])

export { init, type ECharts, type EChartsCoreOption }
