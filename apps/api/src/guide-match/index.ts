export { stopTrips } from './stop-trips.ts'
