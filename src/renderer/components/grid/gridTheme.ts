import { themeQuartz } from 'ag-grid-community'

/** The grid in the house's tokens: 28 px rows, 32 px header, thin lines, no zebra, no shadows. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  rowHeight: 28,
  headerHeight: 32,
  headerFontWeight: 600,
  headerFontSize: 13,
  spacing: 4,
  cellHorizontalPadding: 8,
  borderRadius: 0,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  rowBorder: { color: 'var(--line)' },
  columnBorder: { color: 'var(--line)' },
  headerColumnBorder: { color: 'var(--line)' },
  borderColor: 'var(--line)',
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--text)',
  headerBackgroundColor: 'var(--sunken)',
  headerTextColor: 'var(--text2)',
  browserColorScheme: 'inherit',
  accentColor: 'var(--accent)',
  selectedRowBackgroundColor: 'var(--tint)',
  rowHoverColor: 'var(--chrome)',
  oddRowBackgroundColor: 'var(--surface)',
})
