import { placesOf } from '../../src/main/register/city/registerPlaces'

/** Names of places as a register of the default city writes them. */
export const placeWords = placesOf(null, null).words
