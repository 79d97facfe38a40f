import { succeed, type Result } from '../../shared/domain/result'
import type { RegisterHandlers, RegisterStatus } from '../../shared/bridge/contract'
import { fail } from '../../shared/domain/result'

/** What the register process holds between calls. */
export interface Session {
  version: string
  status(): Promise<RegisterStatus>
}

/** The register's side of the bridge: one entry per call of the contract. */
export function createHandlers(session: Session): RegisterHandlers {
  return {
    'app.info': () => done({ version: session.version, node: process.versions.node, sqlite: null }),
    'register.open': async () => fail('register_unavailable'),
    'register.status': async () => succeed(await session.status()),
    'lists.open': () => done({ handle: 0, sequence: 0, count: 0, total: 0 }),
    'lists.page': () => done({ rows: [] }),
    'lists.close': () => done({}),
    'lists.facets': () => done({ facets: [] }),
    'records.get': async ({ id }) => fail('unknown_record', undefined, { value: id }),
  }
}

async function done<T>(value: T): Promise<Result<T>> {
  return succeed(value)
}
