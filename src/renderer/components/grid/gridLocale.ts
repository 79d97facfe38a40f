import { t } from '../../../shared/text/t'

/** The few words that AG Grid itself can show or have read aloud in this program. */
export function gridLocale(): Record<string, string> {
  return {
    loadingOoo: t('grid.loading'),
    loadingError: t('grid.loadingError'),
    noRowsToShow: t('grid.noRows'),
    ariaLabelLoading: t('grid.loading'),
    ariaLabelLoadingError: t('grid.loadingError'),
    ariaRowSelect: t('grid.aria.select'),
    ariaRowDeselect: t('grid.aria.deselect'),
    ariaRowSelectionDisabled: t('grid.aria.notSelectable'),
    ariaRowToggleSelection: t('grid.aria.toggleRow'),
    ariaToggleCellValue: t('grid.aria.toggleCell'),
    ariaInputEditor: t('grid.aria.editor'),
    ariaSortableColumn: t('grid.aria.sortable'),
    ariaColumn: t('grid.aria.column'),
    ariaHidden: t('grid.aria.hidden'),
    ariaVisible: t('grid.aria.visible'),
    ariaSearch: t('grid.aria.search'),
    ariaIndeterminate: t('grid.aria.partly'),
    ariaLabelTooltip: t('grid.aria.tooltip'),
  }
}
