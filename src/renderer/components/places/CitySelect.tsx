import { Select } from 'antd'

export interface CityOption { code: string; name: string; province: string }

interface Props {
  id: string
  value: string
  cities: readonly CityOption[]
  hasFocus?: boolean
  onChoose(code: string): void
}

/** Every city of the country, found by its name or its province. */
export function CitySelect({ id, value, cities, hasFocus = false, onChoose }: Props) {
  return (
    <Select
      id={id} autoFocus={hasFocus} showSearch={{ optionFilterProp: 'label' }} value={value} onChange={onChoose}
      labelRender={({ value: code }) => cities.find((city) => city.code === code)?.name ?? ''}
      options={cities.map(({ code, name, province }) => ({ value: code, label: name === province || province === '' ? name : `${name}　${province}` }))}
    />
  )
}
