import type { EvidenceRecord, Place } from '@gouji/core'
import type { ArtifactLocation, Location, Region } from 'sarif'
import { evidenceValue } from '../message/evidence-text.js'
import type { Lang } from '../message/lang.js'
import { sarifText } from './sarif-text.js'

/** The place of a piece of evidence, its cell by JSON Pointer, and what was found there. */
export const evidenceLocation = (
  item: EvidenceRecord,
  artifactLocation: ArtifactLocation,
  lang: Lang,
  id?: number,
): Location => {
  const { label, pointer, place, role, value, raw } = item
  return {
    ...(id === undefined ? {} : { id }),
    physicalLocation: physicalLocation(artifactLocation, place),
    ...(pointer === undefined ? {} : { logicalLocations: [{ name: label, fullyQualifiedName: pointer }] }),
    message: sarifText(label + evidenceValue(item, lang)),
    properties: {
      role,
      ...(value === undefined ? {} : { value }),
      ...(raw === undefined ? {} : { raw }),
      ...(place === undefined ? {} : { place }),
    },
  }
}

/** Where in a document; a region only where the line is known. */
export const physicalLocation = (
  artifactLocation: ArtifactLocation,
  place?: Place,
): { artifactLocation: ArtifactLocation; region?: Region } => {
  const { line, column } = place ?? {}
  if (line === undefined) return { artifactLocation }
  return { artifactLocation, region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }
}
