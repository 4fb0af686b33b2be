import { afterAll, beforeAll, describe } from 'vitest'
import { testAction } from './github-cases.js'
import { testJob } from './gitlab-cases.js'
import { testHooks } from './hook-cases.js'
import { packGouji } from './packed-gouji.js'
import { newFolder, removeFolders } from './scratch.js'

// Packed once: it takes longer than all the rest.
let packed: string
beforeAll(() => {
  packed = packGouji(newFolder())
})
afterAll(removeFolders)

describe('the GitHub Action', () => testAction(() => packed))
describe('the GitLab job', () => testJob(() => packed))
describe('hooks', () => testHooks(() => packed))
