/** The colours of both themes (contrast AA on surface); everything that paints takes them from here. */
export const palette = {
  light: {
    surface: '#FCFCFD', chrome: '#F3F4F6', sunken: '#F3F5F7', raised: '#FFFFFF',
    text: '#1F242B', text2: '#515B67', text3: '#626B77', disabled: '#9AA2AD',
    accent: '#1F5FBF', accentHover: '#184C99', onAccent: '#FFFFFF', tint: '#E9F0FA', tint2: '#D5E3F6',
    green: '#1B7340', greenGround: '#E5F3EA', amber: '#875200', amberGround: '#FCF1DC', red: '#B42318', redGround: '#FBE9E7',
    line: '#E2E5E9', line2: '#C6CBD3', control: '#868F9B',
  },
  dark: {
    surface: '#1C1F24', chrome: '#16181C', sunken: '#23272D', raised: '#262A31',
    text: '#E4E7EB', text2: '#AEB6C0', text3: '#97A0AC', disabled: '#656D78',
    accent: '#7DAEF0', accentHover: '#A3C7F6', onAccent: '#10151C', tint: '#22324A', tint2: '#2C4469',
    green: '#6CC58F', greenGround: '#1D3327', amber: '#E2B152', amberGround: '#392E18', red: '#F28C83', redGround: '#402321',
    line: '#31363E', line2: '#4B525D', control: '#6F7885',
  },
} as const

export type ColorScheme = keyof typeof palette
export type Palette = Record<keyof (typeof palette)['light'], string>

export const fontFamily = '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif'
