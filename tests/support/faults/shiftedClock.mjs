// Preloaded by Node into a whole program, its threads included: its clock stands CLOCK_SHIFT_MS away from the computer's, and
// goes back by an hour after CLOCK_BACK_AFTER_MS of running.
const shiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0)
const backAfterMs = Number(process.env.CLOCK_BACK_AFTER_MS ?? Infinity)
const Real = Date
const startedAt = Real.now()
const now = () => {
  const real = Real.now()
  return real + shiftMs - (real - startedAt > backAfterMs ? 3_600_000 : 0)
}

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(now())
    else super(...given)
  }

  static now() {
    return now()
  }
}
