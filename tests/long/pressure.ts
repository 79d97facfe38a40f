/** Runs in the page: two questions twenty times a second, as hasty clerks would ask, until told to stop. */
export interface Pressure {
  /** Milliseconds of every page and search that was answered. */
  pages: number[]
  searches: number[]
  /** Codes of what was not answered. */
  failures: string[]
}

/** What a page keeps while it is under pressure. */
export interface PressedWindow {
  pressure?: Pressure
  pressing?: ReturnType<typeof setInterval>
}

export function startPressing(): void {
  const pressed = window as PressedWindow
  const pressure: Pressure = { pages: [], searches: [], failures: [] }
  pressed.pressure = pressure
  const words = ['电梯', '装置', '方法', '青岛', '系统', '海洋', '检测', '材料', '控制', '轴承']
  let asked = 0
  let waiting = 0
  const timed = async <T>(into: number[], work: Promise<T>): Promise<T> => {
    const started = performance.now()
    const answer = await work
    into.push(performance.now() - started)
    return answer
  }
  const ask = async (): Promise<void> => {
    const search = words[asked++ % words.length] ?? ''
    const list = await timed(pressure.searches, window.bridge.call('lists.open', { kind: 'patents', search }))
    if (!list.ok) return void pressure.failures.push(list.code)
    const { handle, count } = list.value
    const from = Math.floor(Math.random() * Math.max(1, count - 100))
    const page = await timed(pressure.pages, window.bridge.call('lists.page', { handle, from, to: Math.min(count, from + 100) }))
    if (!page.ok) pressure.failures.push(page.code)
    await window.bridge.call('lists.close', { handle })
  }
  // Ten windows, each of which waits for its answer.
  pressed.pressing = setInterval(() => {
    if (waiting >= 10) return
    waiting++
    void ask().finally(() => { waiting-- })
  }, 50)
}

export function stopPressing(): Pressure {
  const pressed = window as PressedWindow
  clearInterval(pressed.pressing)
  return pressed.pressure ?? { pages: [], searches: [], failures: ['never started'] }
}
