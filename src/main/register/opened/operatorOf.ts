import type { InfoStore } from '../../store/registerStore'

/** Who works at this register, as its settings say it; empty where they say nothing. */
export async function operatorOf(info: Pick<InfoStore, 'get'>): Promise<string> {
  return (await info.get('operator')) ?? ''
}
