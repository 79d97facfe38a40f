import { theme, type ThemeConfig } from 'antd'
import { fontFamily, palette, type ColorScheme } from '../../components/palette'

/** antd in the house's colours and sizes: 28 px controls, 13 px text, small radii, hardly any motion. */
export function antdTheme(scheme: ColorScheme): ThemeConfig {
  const colours = palette[scheme]
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 13,
      controlHeight: 28,
      controlHeightSM: 24,
      borderRadius: 4,
      borderRadiusSM: 3,
      borderRadiusLG: 6,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.12s',
      colorPrimary: colours.accent,
      colorPrimaryHover: colours.accentHover,
      colorPrimaryActive: colours.accentHover,
      colorLink: colours.accent,
      colorLinkHover: colours.accentHover,
      colorSuccess: colours.green,
      colorWarning: colours.amber,
      colorError: colours.red,
      colorText: colours.text,
      colorTextSecondary: colours.text2,
      colorTextTertiary: colours.text3,
      colorTextDisabled: colours.disabled,
      colorTextPlaceholder: colours.text3,
      colorTextLightSolid: colours.onAccent,
      colorBgBase: colours.surface,
      colorBgContainer: colours.raised,
      colorBgElevated: colours.raised,
      colorBorder: colours.line2,
      colorBorderSecondary: colours.line,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400 },
      Checkbox: { controlInteractiveSize: 14, colorBorder: colours.control },
      Input: { colorBorder: colours.control },
      InputNumber: { colorBorder: colours.control },
      Select: { colorBorder: colours.control },
      // In the dark the text on the accent is dark as well, and no text for the ground of a hint.
      ...(scheme === 'dark' ? { Tooltip: { colorBgSpotlight: colours.line2, colorTextLightSolid: colours.text } } : {}),
    },
  }
}
