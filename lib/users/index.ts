export { type UserFilter, userFilter, userQuery, userStatus } from './filter';
export { everyUser, listUsers } from './list-users';
export { type UserRow, userSorts, userViews } from './schemas';
