export { actOnAlert } from './act-on-alert';
export { type AlertFilter, alertFilter, alertQuery } from './filter';
export { getPulse, type Pulse } from './get-pulse';
export { listAlerts } from './list-alerts';
export {
  type Alert,
  type AlertContext,
  type AlertTab,
  type AlertType,
  alertActionSchema,
  alertTabs,
  alertTypes,
  type CodeAndParams,
  type RiskLevel,
} from './schemas';
export { byDay, type Severity, severityOf, telling } from './severity';
