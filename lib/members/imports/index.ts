export { listImports, rememberedMapping } from './list-imports';
export { finishImport, startImport, undoImport } from './run-import';
export {
  type EndedImport,
  type ImportCounts,
  type PastImport,
  previewInput,
  previewVisitsInput,
  rememberedInput,
  rowsInput,
  startInput,
  type UndoneImport,
  visitsInput,
} from './schemas';
export { importRows, importVisits, previewRows, previewVisits } from './send-rows';
