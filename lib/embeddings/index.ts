export { builtinModel, embedAs, hasProvider } from './embed-as';
