export { type BuildPorts, type BuildResult, type BuiltCode, buildPack, type PackFiles } from './build-pack.js'
export { type ExampleFault, type PackTest, testPack } from './test-pack.js'
