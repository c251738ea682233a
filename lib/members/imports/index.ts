export { listImports, rememberedMapping } from './list-imports';
export { finishImport, startImport, undoImport } from './run-import';
export {
  type EndedImport,
  type ImportCounts,
  type PastImport,
  previewInput,
  rememberedInput,
  rowsInput,
  startInput,
  type UndoneImport,
} from './schemas';
export { importRows, previewRows } from './send-rows';
