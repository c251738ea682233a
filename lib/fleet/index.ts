export { commandKiosk, rotateKioskToken, saveKiosk } from './change-kiosk';
export { hoursOf, type KioskFilter, kioskFilter, kioskQuery } from './filter';
export { getKiosk, kioskVersion } from './get-kiosk';
export { everyKiosk, listKiosks } from './list-kiosks';
export {
  type CurvePoint,
  curveHours,
  type HistoryLine,
  type KioskCommand,
  type KioskDetail,
  type KioskRow,
  kioskChangesSchema,
  kioskCommandSchema,
  kioskSorts,
  kioskStates,
  kioskViews,
} from './schemas';
