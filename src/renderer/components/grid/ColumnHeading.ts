import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community'
import { t } from '../../../shared/text/t'
import type { FilteredFields } from './filteredFields'
import type { GridRow } from './resultSource'

interface Params extends IHeaderParams<GridRow, FilteredFields> {
  onFilter(heading: HTMLElement): void
}

const svg = 'http://www.w3.org/2000/svg'
/** The funnels of @ant-design/icons, which come as React components. */
const funnel = {
  filled: 'M349 838c0 17.7 14.2 32 31.8 32h262.4c17.6 0 31.8-14.3 31.8-32V642H349v196zm531.1-684H143.9c-24.5 0-39.8 26.7-27.5 48l221.3 376h348.8l221.3-376c12.1-21.3-3.2-48-27.7-48z',
  outlined: 'M880.1 154H143.9c-24.5 0-39.8 26.7-27.5 48L349 597.4V838c0 17.7 14.2 32 31.8 32h262.4c17.6 0 31.8-14.3 31.8-32V597.4L907.7 202c12.2-21.3-3.1-48-27.6-48zM603.4 798H420.6V642h182.9v156zm9.6-236.6l-9.5 16.6h-183l-9.5-16.6L212.7 226h598.6L613 561.4z',
}

/** The words of a heading, and its filter: always to be seen where it is in force, else under the pointer. */
export class ColumnHeading implements IInnerHeaderComponent {
  private readonly gui = document.createElement('span')
  private readonly words = document.createElement('span')
  private readonly filter = document.createElement('button')
  private readonly sign = document.createElementNS(svg, 'path')
  private params: Params | null = null
  private stopFollowing: () => void = () => undefined

  constructor() {
    this.gui.className = 'column-heading'
    this.words.className = 'cut'
    this.filter.type = 'button'
    this.filter.tabIndex = -1
    this.filter.addEventListener('click', (event) => {
      event.stopPropagation()
      this.params?.onFilter(this.params.eGridHeader)
    })
    const icon = document.createElementNS(svg, 'svg')
    for (const [name, value] of [['viewBox', '64 64 896 896'], ['width', '1em'], ['height', '1em'], ['fill', 'currentColor'], ['aria-hidden', 'true']] as const) icon.setAttribute(name, value)
    icon.append(this.sign)
    this.filter.append(icon)
    this.gui.append(this.words, this.filter)
  }

  init(params: Params): void {
    this.refresh(params)
    this.stopFollowing = params.context.follow(() => this.showFilter())
  }

  getGui(): HTMLElement {
    return this.gui
  }

  refresh(params: Params): boolean {
    this.params = params
    const { displayName } = params
    this.words.textContent = displayName
    this.words.title = displayName
    this.filter.ariaLabel = t('grid.filterColumn', { field: displayName })
    this.showFilter()
    return true
  }

  destroy(): void {
    this.stopFollowing()
  }

  private showFilter(): void {
    const isFiltered = this.params?.context.has(this.params.column.getColId()) === true
    this.filter.className = `plain column-filter-button${isFiltered ? ' is-filtered' : ''}`
    this.sign.setAttribute('d', isFiltered ? funnel.filled : funnel.outlined)
  }
}
