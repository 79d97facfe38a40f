import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlaceSettings, PopulationChoice } from '../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../shared/text/t'
import { BridgeFailure, callBridge } from '../../bridge/bridgeClient'
import { inCodeOrder, placeFaults, type PlaceRows } from '../../components/places/placeRows'

const defaultCity = '370200'

export interface NewRegister {
  cityCode: string
  places: PlaceRows | null
  officeName: string
  operator: string
  file: string
  backupFolder: string | null
  population: PopulationChoice
}

/** The form of a first start: what is proposed until the clerk says otherwise, and making the register of it. */
export function useNewRegister(onMade: (file: string, isSample: boolean) => void) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Partial<NewRegister>>({})
  const cityCode = typed.cityCode ?? defaultCity
  const cities = useQuery({ queryKey: ['settings.cities'], queryFn: () => callBridge('settings.cities', {}) })
  const proposal = useQuery({ queryKey: ['settings.proposal', cityCode], queryFn: () => callBridge('settings.proposal', { cityCode }) })
  const place = useQuery({ queryKey: ['shell.places'], queryFn: () => callBridge('shell.places', {}) })
  const values: NewRegister = {
    cityCode, places: typed.places ?? rowsOf(proposal.data), officeName: typed.officeName ?? proposal.data?.officeName ?? '',
    operator: typed.operator ?? '', file: typed.file ?? place.data?.registerFile ?? '', backupFolder: typed.backupFolder ?? place.data?.backupFolder ?? null,
    population: typed.population ?? 'census',
  }
  const warning = useQuery({ queryKey: ['shell.lookAtPlace', values.file], queryFn: () => callBridge('shell.lookAtPlace', { file: values.file }), enabled: values.file !== '' })
  const faults = values.places === null ? new Map<string, string>() : placeFaults(values.places)

  const making = useMutation({
    mutationFn: async () => {
      await callBridge('settings.createRegister', {
        file: values.file, cityCode, officeName: values.officeName, operator: values.operator, backupFolder: values.backupFolder, population: values.population,
        ...(typed.places === undefined || typed.places === null ? {} : { places: inCodeOrder(typed.places) }),
      })
      return values.file
    },
    onSuccess: async (file) => {
      await queries.invalidateQueries()
      onMade(file, false)
    },
  })
  const sampling = useMutation({
    mutationFn: () => openSampleRegister(values.file, { operator: values.operator, ...(typed.population === undefined ? {} : { population: typed.population }) }),
    onSuccess: async (file) => {
      await queries.invalidateQueries()
      onMade(file, true)
    },
  })
  return {
    values, cities: cities.data?.cities ?? [], faults, making, sampling, placeWarning: warning.data?.warning ?? null,
    isReady: proposal.isSuccess && values.file !== '' && values.officeName.trim() !== '' && faults.size === 0,
    change: (change: Partial<NewRegister>) => setTyped((before) => ({ ...before, ...change })),
    /** Another city brings its own districts and office. */
    chooseCity: (code: string) => setTyped(({ places: _places, officeName: _officeName, ...kept }) => ({ ...kept, cityCode: code })),
  }
}

function rowsOf(proposal: PlaceSettings | undefined): PlaceRows | null {
  return proposal === undefined ? null : { districts: proposal.districts, zones: proposal.zones }
}

/** The samples get a register of their own beside the proposed one, by whom the form names; a second time it is opened again. */
async function openSampleRegister(proposed: string, chosen: { operator: string; population?: PopulationChoice }): Promise<string> {
  const file = proposed.replace(/[^\\/]*$/, t('start.samplesName', { year: '2021' }))
  try {
    await callBridge('settings.createRegister', { file, cityCode: defaultCity, ...chosen })
  } catch (error) {
    if (!(error instanceof BridgeFailure) || error.failure.code !== 'register_exists') throw error
    await callBridge('register.open', { file, create: false })
  }
  return file
}
