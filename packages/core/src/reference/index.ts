export { auditWithReference, evaluateWithLibrary } from './audit-with-reference.js'
