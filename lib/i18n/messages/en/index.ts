import badges from './badges.json';
import common from './common.json';
import errors from './errors.json';
import landing from './landing.json';
import login from './login.json';
import legal from './legal.json';
import settings from './settings.json';
import gymSettings from './gym-settings.json';
import auth from './auth.json';
import shell from './shell.json';
import overview from './overview.json';
import conversations from './conversations.json';
import imports from './imports.json';
import member from './member.json';
import members from './members.json';
import alerts from './alerts.json';
import admin from './admin.json';
import audit from './audit.json';
import support from './support.json';
import kiosk from './kiosk.json';
import kioskLaunch from './kiosk-launch.json';
import kioskSetup from './kiosk-setup.json';
import kiosks from './kiosks.json';
import fleet from './fleet.json';
import costs from './costs.json';
import customers from './customers.json';
import team from './team.json';
import classes from './classes.json';
import desk from './desk.json';
import accessFile from './access-file.json';
import rights from './rights.json';

export const messages = {
  badges,
  common,
  errors,
  landing,
  login,
  legal,
  settings,
  gymSettings,
  auth,
  shell,
  overview,
  conversations,
  imports,
  member,
  members,
  alerts,
  admin,
  audit,
  support,
  kiosk,
  kioskLaunch,
  kioskSetup,
  kiosks,
  fleet,
  costs,
  customers,
  team,
  classes,
  desk,
  accessFile,
  rights,
};
