export { endSupport, openSupport } from './open-support';
export { type OpenSupportInput, openSupportSchema } from './schemas';
