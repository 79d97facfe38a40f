/** Tells an area that knows best where in it the keyboard belongs (a grid: its current cell) that F6 came to it. */
export const areaFocusEvent = 'areafocus'

/** Marks the element that listens for the event. */
export const takesAreaFocus = { 'data-takes-area-focus': true } as const
