import common from './common.json';
import errors from './errors.json';
import landing from './landing.json';
import login from './login.json';
import shell from './shell.json';
import overview from './overview.json';
import conversations from './conversations.json';
import members from './members.json';
import alerts from './alerts.json';
import kiosk from './kiosk.json';
import kiosks from './kiosks.json';

export const messages = {
  common,
  errors,
  landing,
  login,
  shell,
  overview,
  conversations,
  members,
  alerts,
  kiosk,
  kiosks,
};
